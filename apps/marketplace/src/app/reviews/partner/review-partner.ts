import { Component, computed, DestroyRef, effect, inject, input } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { EmptyState } from '@ui/empty-state';
import { ErrorState } from '@ui/error-state';
import { Icon } from '@ui/icon';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Toasts } from '@ui/toasts';
import { ReviewActions, reviewsFeature } from '../reviews.store';
import { ReplyForm } from './reply-form';
import { ReviewForm } from './review-form';
import { WrittenReview } from './written-review';

/** Both sides say how it went. What the other wrote stays hidden until both have, or 14 days passed. */
@Component({
  selector: 'app-review-partner',
  imports: [
    Button,
    Card,
    EmptyState,
    ErrorState,
    Icon,
    Moment,
    PageHeader,
    ReplyForm,
    ReviewForm,
    RouterLink,
    Skeleton,
    TranslatePipe,
    WrittenReview,
  ],
  templateUrl: './review-partner.html',
  styleUrl: './review-partner.scss',
})
export class ReviewPartner {
  private readonly store = inject(Store);
  /** From the address. */
  readonly contractId = input.required<string>();
  private readonly contract = this.store.selectSignal(reviewsFeature.selectContract);
  private readonly reviews = this.store.selectSignal(reviewsFeature.selectReviews);
  protected readonly missed = this.store.selectSignal(reviewsFeature.selectMissed);

  protected readonly page = computed(() => {
    const [contract, reviews] = [this.contract(), this.reviews()];
    if (!contract || !reviews || contract.id !== this.contractId()) return null;
    const other = contract.myRole === 'client' ? contract.provider : contract.client;
    return { contract, reviews, other };
  });

  constructor() {
    const [say, toasts] = [inject(Say), inject(Toasts)];
    effect(() => this.load());
    inject(DestroyRef).onDestroy(() => this.store.dispatch(ReviewActions.left()));
    inject(Actions)
      .pipe(ofType(ReviewActions.submitted), takeUntilDestroyed())
      .subscribe(() => toasts.say({ text: say.it('reviews.sent') }));
  }

  protected load(): void {
    this.store.dispatch(ReviewActions.opened({ contractId: this.contractId() }));
  }
}
