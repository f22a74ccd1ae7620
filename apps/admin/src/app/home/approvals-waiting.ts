import { Component, computed, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { answer } from '@ui/app/answer';
import { Live } from '@ui/app/live';
import { Say } from '@ui/app/say';
import { ErrorState } from '@ui/error-state';
import { MoneyView } from '@ui/money';
import { Skeleton } from '@ui/skeleton';
import { TimeLeft } from '@ui/time-left';
import { HomeApi } from './home.api';

/** What others asked for and the reader may decide; payouts are in the list of their own. */
@Component({
  selector: 'app-approvals-waiting',
  imports: [ErrorState, MoneyView, RouterLink, Skeleton, TimeLeft, TranslatePipe],
  templateUrl: './approvals-waiting.html',
  styleUrl: './home.scss',
})
export class ApprovalsWaiting {
  private readonly say = inject(Say);
  private readonly api = inject(HomeApi);
  protected readonly waiting = answer(() => this.api.approvals());
  /** The one that ends first is the first. */
  protected readonly rows = computed(() =>
    this.waiting
      .value()
      ?.items.filter(({ action }) => action !== 'payout.send')
      .toSorted((one, other) => one.expiresAt.localeCompare(other.expiresAt)),
  );

  constructor() {
    inject(Live)
      .changes('approvals')
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.waiting.refresh());
  }

  protected title(action: string): string {
    const key = `approvals.actions.${action}`;
    const words = this.say.it(key);
    return words === key ? action : words;
  }
}
