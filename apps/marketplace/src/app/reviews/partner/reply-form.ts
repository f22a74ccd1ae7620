import { Component, effect, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { replyReview } from '@wire/reviews';
import { keeps } from '@ui/app/keep';
import { Button } from '@ui/button';
import { ErrorSummary } from '@ui/form/error-summary';
import { TextArea } from '@ui/form/text-area';
import { ReviewActions, reviewsFeature } from '../reviews.store';

/** One public answer to what the other wrote. */
@Component({
  selector: 'app-reply-form',
  imports: [Button, ErrorSummary, FormField, TextArea, TranslatePipe],
  template: `
    <form class="stack gap-3" (submit)="send($event)">
      <ui-error-summary [problem]="problem()" />
      <ui-text-area
        [label]="'reviews.yourReply' | translate"
        [hint]="'reviews.replyHint' | translate"
        [rows]="3"
        [limit]="1000"
        [formField]="form.text"
      />
      <div>
        <button uiButton type="submit" [busy]="busy()">
          {{ 'reviews.replyVerb' | translate }}
        </button>
      </div>
    </form>
  `,
  styles: `
    form {
      margin-block-start: var(--s5);
      padding-block-start: var(--s5);
      border-block-start: 1px solid var(--line);
    }
  `,
})
export class ReplyForm {
  private readonly store = inject(Store);
  readonly reviewId = input.required<string>();
  protected readonly busy = this.store.selectSignal(reviewsFeature.selectBusy);
  protected readonly problem = this.store.selectSignal(reviewsFeature.selectProblem);
  protected readonly draft = signal({ text: '' });
  protected readonly form = form(this.draft, (path) => validateStandardSchema(path, replyReview));
  private readonly keep = keeps(this.draft);

  constructor() {
    effect(() => void this.keep.under(`reply/${this.reviewId()}`));
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.form.text().markAsTouched();
    if (!this.form().valid()) return;
    const { text } = this.draft();
    this.store.dispatch(ReviewActions.reply({ reviewId: this.reviewId(), text }));
  }
}
