import { Component, computed, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { answer } from '@ui/app/answer';
import { Live } from '@ui/app/live';
import { ErrorState } from '@ui/error-state';
import { Moment } from '@ui/moment';
import { Skeleton } from '@ui/skeleton';
import { Status } from '@ui/status';
import { HomeApi } from './home.api';

const soonMs = 7 * 86_400_000;

/** Holds that somebody said to look at again by now, or within a week; nothing is lifted by itself. */
@Component({
  selector: 'app-holds-to-review',
  imports: [ErrorState, Moment, RouterLink, Skeleton, Status, TranslatePipe],
  templateUrl: './holds-to-review.html',
  styleUrl: './home.scss',
})
export class HoldsToReview {
  private readonly api = inject(HomeApi);
  protected readonly holds = answer(() => this.api.holds());
  protected readonly rows = computed(() => {
    const now = this.holds.at() ?? 0;
    return this.holds
      .value()
      ?.items.map((row) => ({ ...row, isDue: Date.parse(row.until) <= now }))
      .filter(({ until }) => Date.parse(until) <= now + soonMs)
      .toSorted((one, other) => one.until.localeCompare(other.until));
  });

  constructor() {
    inject(Live)
      .changes('holds')
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.holds.refresh());
  }
}
