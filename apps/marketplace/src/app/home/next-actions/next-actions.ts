import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { Live } from '@ui/app/live';
import { nextLink } from '@ui/app/next-link';
import { Session } from '@ui/app/session';
import { Button } from '@ui/button';
import { EmptyState } from '@ui/empty-state';
import { ErrorState } from '@ui/error-state';
import { Icon } from '@ui/icon';
import { Moment } from '@ui/moment';
import { MoneyText } from '@ui/money';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { type ContractRow, homeFeature, HomePage } from '../home.store';
import { FirstSteps } from './first-steps';
import { PayoutReadiness } from './payout-readiness';

/** What there is to do, ordered by deadline and money; below it, what others are to do. */
@Component({
  selector: 'app-next-actions',
  imports: [
    Button,
    EmptyState,
    ErrorState,
    FirstSteps,
    Icon,
    Moment,
    MoneyText,
    PageHeader,
    PayoutReadiness,
    RouterLink,
    Skeleton,
    TranslatePipe,
  ],
  templateUrl: './next-actions.html',
  styleUrl: './next-actions.scss',
})
export class NextActions {
  private readonly store = inject(Store);
  private readonly live = inject(Live);
  protected readonly session = inject(Session);
  protected readonly role = computed(() => this.session.activeRole() ?? 'client');
  protected readonly mine = this.store.selectSignal(homeFeature.selectMine);
  protected readonly waiting = this.store.selectSignal(homeFeature.selectWaiting);
  protected readonly contracts = this.store.selectSignal(homeFeature.selectContracts);
  private readonly answered = this.store.selectSignal(homeFeature.selectAnswered);
  /** A provider has no jobs of their own. */
  protected readonly jobs = computed(() => (this.role() === 'client' ? this.answered() : []));
  protected readonly problem = this.store.selectSignal(homeFeature.selectProblem);
  protected readonly firstName = computed(() => this.session.viewer()?.name.split(' ')[0] ?? '');

  constructor() {
    effect((undo) => {
      const viewer = this.session.viewer();
      if (!viewer) return;
      this.load();
      const watching = this.live.changes(`account:${viewer.id}`).subscribe(() => this.load());
      undo(() => watching.unsubscribe());
    });
  }

  protected load(): void {
    this.store.dispatch(HomePage.opened({ role: this.role() }));
  }
  /** Straight to where it is done. */
  protected link({ id, next }: ContractRow): string[] {
    return nextLink(id, next);
  }
  protected other({ client, provider }: ContractRow): string {
    return this.role() === 'client' ? provider.name : client.name;
  }
}
