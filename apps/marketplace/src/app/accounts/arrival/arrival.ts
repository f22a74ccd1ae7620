import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { Joined } from '@wire/identities';
import { firstValueFrom } from 'rxjs';
import { answer } from '@ui/app/answer';
import { asProblem, type Problem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Session } from '@ui/app/session';
import { Button } from '@ui/button';
import { ErrorState } from '@ui/error-state';
import { ErrorSummary } from '@ui/form/error-summary';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Toasts } from '@ui/toasts';
import { Beside } from '../beside';
import { brands } from '../brands';
import { IdentitiesApi } from '../identities.api';
import { ownPage } from '../own-page';
import { JoinForm } from './join-form';

/**
 * Somebody whom a provider vouches for and who has no home here yet: a new account, or the one that
 * their address has, once they have logged in to it. Nothing is connected without being asked.
 */
@Component({
  selector: 'app-arrival',
  imports: [
    Beside,
    Button,
    ErrorState,
    ErrorSummary,
    JoinForm,
    PageHeader,
    RouterLink,
    Skeleton,
    TranslatePipe,
  ],
  templateUrl: './arrival.html',
  styleUrl: '../account-frame.scss',
})
export class ArrivalPage {
  private readonly api = inject(IdentitiesApi);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly say = inject(Say);
  protected readonly session = inject(Session);
  protected readonly list = answer(() => this.api.arrival());
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly who = computed(() => {
    const found = this.list.value();
    if (!found) return null;
    const { provider, organisation } = found;
    const brand = provider === 'sso' ? (organisation?.name ?? '') : brands[provider];
    return { ...found, brand };
  });
  protected readonly ended = computed(
    () => this.list.problem()?.code === 'identities.arrival_ended',
  );

  protected async link(brand: string): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      const { returnTo } = await firstValueFrom(this.api.link());
      this.toasts.say({ text: this.say.it('accounts.arrival.linked', { brand }) });
      await this.router.navigateByUrl(ownPage(returnTo), { replaceUrl: true });
    } catch (thrown) {
      this.problem.set(asProblem(thrown));
    } finally {
      this.busy.set(false);
    }
  }
  protected async joined(answer: Joined): Promise<void> {
    if (answer.next === 'verify') {
      const queryParams = { email: answer.email, next: '/arrival' };
      await this.router.navigate(['/verify-email'], { queryParams });
      return;
    }
    await this.session.become(answer.viewer);
    await this.router.navigateByUrl(ownPage(answer.returnTo), { replaceUrl: true });
  }
}
