import { Component, computed, inject, linkedSignal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { ssoProtocol, type SsoPage } from '@wire/sso';
import { EMPTY, type Observable } from 'rxjs';
import { answer } from '@ui/app/answer';
import { Organisations } from '@ui/app/organisations';
import { asProblem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Card } from '@ui/card';
import { ErrorState } from '@ui/error-state';
import { RadioCards } from '@ui/form/radio-cards';
import { PageHeader } from '@ui/page-header';
import { ProblemWords } from '@ui/problem-words';
import { Skeleton } from '@ui/skeleton';
import { Toasts } from '@ui/toasts';
import { DirectoryApi } from '../directory.api';
import { DomainsCard } from './domains-card';
import { IssuerCard } from './issuer-card';
import { SamlCard } from './saml-card';
import { SsoRulesCard } from './sso-rules-card';

/** Single sign-on: whose addresses are ours, who vouches for them, and whether they come any other way. */
@Component({
  selector: 'app-org-sso',
  imports: [
    Card,
    DomainsCard,
    ErrorState,
    IssuerCard,
    PageHeader,
    RadioCards,
    SamlCard,
    Skeleton,
    SsoRulesCard,
    TranslatePipe,
  ],
  providers: [ProblemWords],
  template: `
    <ui-page-header [heading]="'sso.heading' | translate" [lead]="'sso.lead' | translate" />
    @if (page.problem(); as problem) {
      <ui-error-state [problem]="problem" (retry)="page.load()" />
    } @else if (page.value(); as found) {
      <div class="stack gap-6">
        <app-domains-card
          [domains]="found.domains"
          (claimed)="run(api.claim(id() ?? '', $event), 'sso.domains.added')"
          (checked)="run(api.check(id() ?? '', $event), 'sso.domains.proved')"
          (released)="run(api.release(id() ?? '', $event), 'sso.domains.gone')"
        />
        <ui-card [heading]="'sso.protocol.heading' | translate">
          <div class="stack">
            <ui-radio-cards
              [label]="'sso.protocol.label' | translate"
              [choices]="protocols()"
              [(value)]="protocol"
            />
            @if (found.issuer && found.issuer.protocol !== protocol()) {
              <p class="muted">{{ 'sso.protocol.other' | translate }}</p>
            }
          </div>
        </ui-card>
        @if (protocol() === 'saml') {
          <app-saml-card
            [of]="found"
            (saved)="run(api.saveSaml(id() ?? '', $event), 'sso.saml.saved')"
            (removed)="run(api.removeIssuer(id() ?? ''), 'sso.issuer.gone')"
          />
        } @else {
          <app-issuer-card
            [of]="found"
            (saved)="run(api.saveIssuer(id() ?? '', $event), 'sso.issuer.saved')"
            (removed)="run(api.removeIssuer(id() ?? ''), 'sso.issuer.gone')"
          />
        }
        @if (found.issuer) {
          <app-sso-rules-card
            [of]="found"
            (changed)="run(api.saveRules(id() ?? '', $event), 'sso.rules.saved')"
          />
        }
      </div>
    } @else {
      <ui-skeleton shape="rows" [count]="5" />
    }
  `,
})
export class OrgSso {
  protected readonly api = inject(DirectoryApi);
  private readonly organisations = inject(Organisations);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(ProblemWords);
  protected readonly id = computed(() => this.organisations.current()?.id);
  protected readonly page = answer(() => this.ask());
  private readonly kept = computed(() => this.page.value()?.issuer?.protocol ?? 'oidc');
  protected readonly protocol = linkedSignal<string>(() => this.kept());
  protected readonly protocols = computed(() =>
    ssoProtocol.options.map((value) => ({
      value,
      label: this.say.it(`sso.protocol.${value}.label`),
      text: this.say.it(`sso.protocol.${value}.text`),
    })),
  );

  protected run(asked: Observable<unknown>, done: string): void {
    asked.subscribe({
      next: () => {
        this.toasts.say({ text: this.say.it(done) });
        this.page.refresh();
      },
      error: (thrown: unknown) => {
        this.toasts.fail(this.words.transform(asProblem(thrown)));
        this.page.refresh();
      },
    });
  }
  private ask(): Observable<SsoPage> {
    const id = this.id();
    return id ? this.api.sso(id) : EMPTY;
  }
}
