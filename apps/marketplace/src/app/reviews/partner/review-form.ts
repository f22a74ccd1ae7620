import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { submitReview } from '@wire/reviews';
import { keeps } from '@ui/app/keep';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { ErrorSummary } from '@ui/form/error-summary';
import { StarsField } from '@ui/form/stars-field';
import { TextArea } from '@ui/form/text-area';
import { ReviewActions, reviewsFeature } from '../reviews.store';

const untouched = { stars: 0, quality: 0, communication: 0, timeliness: 0, text: '' };

@Component({
  selector: 'app-review-form',
  imports: [Button, ErrorSummary, FormField, StarsField, TextArea, TranslatePipe],
  template: `
    <form class="stack gap-6" (submit)="send($event)">
      <ui-error-summary [problem]="problem()" [labels]="labels()" />
      <ui-stars-field [label]="'reviews.stars' | translate" [formField]="form.stars" />
      <div class="parts">
        <ui-stars-field [label]="'reviews.quality' | translate" [formField]="form.quality" />
        <ui-stars-field
          [label]="'reviews.communication' | translate"
          [formField]="form.communication"
        />
        <ui-stars-field [label]="'reviews.timeliness' | translate" [formField]="form.timeliness" />
      </div>
      <ui-text-area
        [label]="'reviews.text' | translate"
        [hint]="'reviews.textHint' | translate: { name: name() }"
        [rows]="5"
        [limit]="2000"
        [formField]="form.text"
      />
      <div class="row">
        <button uiButton kind="primary" type="submit" [busy]="busy()">
          {{ 'reviews.verb' | translate }}
        </button>
        <span class="small muted">{{ 'reviews.final' | translate }}</span>
      </div>
    </form>
  `,
  styles: `
    .parts {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 190px), 1fr));
      gap: var(--s5);
    }
  `,
})
export class ReviewForm {
  private readonly store = inject(Store);
  private readonly say = inject(Say);
  readonly contractId = input.required<string>();
  readonly name = input.required<string>();
  protected readonly busy = this.store.selectSignal(reviewsFeature.selectBusy);
  protected readonly problem = this.store.selectSignal(reviewsFeature.selectProblem);
  protected readonly draft = signal(untouched);
  protected readonly form = form(this.draft, (path) => validateStandardSchema(path, submitReview));
  protected readonly labels = computed(() =>
    Object.fromEntries(Object.keys(untouched).map((key) => [key, this.say.it(`reviews.${key}`)])),
  );
  private readonly keep = keeps(this.draft);

  constructor() {
    effect(() => void this.keep.under(`review/${this.contractId()}`));
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.form().markAsTouched();
    for (const field of [
      this.form.stars,
      this.form.quality,
      this.form.communication,
      this.form.timeliness,
      this.form.text,
    ]) {
      field().markAsTouched();
    }
    if (!this.form().valid()) return;
    const [contractId, draft] = [this.contractId(), this.draft()];
    this.store.dispatch(ReviewActions.submit({ contractId, input: draft }));
  }
}
