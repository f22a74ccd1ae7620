import { afterNextRender, Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { type Finished, providerName } from '@wire/identities';
import { firstValueFrom } from 'rxjs';
import { inAddress } from '@ui/app/in-address';
import { asProblem, type Problem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Session } from '@ui/app/session';
import { Button } from '@ui/button';
import { ErrorSummary } from '@ui/form/error-summary';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Beside } from '../beside';
import { brands } from '../brands';
import { IdentitiesApi } from '../identities.api';
import { ownPage } from '../own-page';

/** Where a provider sends the browser back to. What it says stands in the address. */
@Component({
  selector: 'app-from-provider',
  imports: [Beside, Button, ErrorSummary, PageHeader, RouterLink, Skeleton, TranslatePipe],
  template: `
    <div class="frame">
      <div class="stack">
        @if (problem(); as problem) {
          <ui-page-header
            [heading]="'accounts.providers.failed' | translate: { brand: brand() }"
            [lead]="'accounts.providers.nothingChanged' | translate"
          />
          <ui-error-summary [problem]="problem" />
          @if (session.signedIn()) {
            <a uiButton kind="primary" routerLink="/settings/connected">{{
              'accounts.providers.toSettings' | translate
            }}</a>
          } @else {
            <a uiButton kind="primary" routerLink="/login">{{
              'accounts.providers.again' | translate
            }}</a>
          }
        } @else {
          <ui-page-header [heading]="'accounts.providers.back' | translate: { brand: brand() }" />
          <ui-skeleton shape="rows" [count]="2" />
        }
      </div>
      <app-beside />
    </div>
  `,
  styleUrl: '../account-frame.scss',
})
export class FromProvider {
  private readonly api = inject(IdentitiesApi);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  protected readonly session = inject(Session);
  readonly provider = input('', { transform: inAddress });
  /** Instead of a provider: whose single sign-on it is. */
  readonly organisation = input('', { transform: inAddress });
  readonly state = input('', { transform: inAddress });
  readonly code = input<string>();
  readonly error = input<string>();
  readonly iss = input<string>();
  protected readonly problem = signal<Problem | null>(null);
  private readonly name = computed(() => providerName.safeParse(this.provider()).data);
  protected readonly brand = computed(() => {
    const name = this.name();
    return name ? brands[name] : this.say.it('accounts.sso.brand');
  });

  constructor() {
    afterNextRender(() => void this.finish());
  }

  private async finish(): Promise<void> {
    const [name, organisation] = [this.name(), this.organisation()];
    if (!name && !organisation)
      return void this.router.navigateByUrl('/404', { skipLocationChange: true });
    const [state, code, error, iss] = [this.state(), this.code(), this.error(), this.iss()];
    const said = { state: state || '–', ...(code && { code }), ...(error && { error }) };
    try {
      const answer = { ...said, ...(iss && { iss }) };
      const asked = name ? this.api.finish(name, answer) : this.api.finishSso(organisation, answer);
      await this.goOn(await firstValueFrom(asked));
    } catch (thrown) {
      this.problem.set(asProblem(thrown));
    }
  }

  /** The address with the answer is replaced: going back would send it a second time. */
  private async goOn(answer: Finished): Promise<void> {
    const next = ownPage(answer.returnTo);
    const replaceUrl = true;
    if (answer.next === 'enter') await this.session.become(answer.viewer);
    if (answer.next === 'arrived') await this.router.navigate(['/arrival'], { replaceUrl });
    else if (answer.next === 'factor') {
      const queryParams = next === '/' ? {} : { next };
      await this.router.navigate(['/2fa'], { queryParams, replaceUrl });
    } else await this.router.navigateByUrl(next, { replaceUrl });
  }
}
