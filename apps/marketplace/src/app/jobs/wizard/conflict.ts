import { Component, inject, input, linkedSignal, output } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import type { DraftField, DraftForm } from './draft';

/** Two windows changed the same fields: both versions side by side, one choice each. */
@Component({
  selector: 'app-conflict',
  imports: [Button, Card, TranslatePipe],
  template: `
    <ui-card role="alert">
      <h2>{{ 'jobs.conflict.heading' | translate }}</h2>
      <p class="muted small">{{ 'jobs.conflict.text' | translate }}</p>
      @for (field of fields(); track field) {
        <fieldset>
          <legend>{{ 'jobs.fields.' + field | translate }}</legend>
          @for (side of sides; track side) {
            <label>
              <input
                type="radio"
                [name]="'conflict-' + field"
                [checked]="taken().includes(field) === (side === 'theirs')"
                (change)="choose(field, side)"
              />
              <span>
                <b>{{ 'jobs.conflict.' + side | translate }}</b>
                <span class="value" dir="auto">{{ words(side, field) }}</span>
              </span>
            </label>
          }
        </fieldset>
      }
      <button uiButton kind="primary" type="button" (click)="resolved.emit(taken())">
        {{ 'jobs.conflict.save' | translate }}
      </button>
    </ui-card>
  `,
  styles: `
    ui-card {
      border-color: var(--attention);
    }
    h2 {
      font-size: var(--t16);
    }
    fieldset {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: var(--s3);
      margin-block: var(--s4);
      padding: 0;
      border: 0;
      min-inline-size: 0;
    }
    legend {
      padding: 0;
      font-size: var(--t14);
      font-weight: 550;
    }
    label {
      display: flex;
      gap: var(--s3);
      padding: var(--s3);
      border: 1px solid var(--line);
      border-radius: var(--radius-control);
      font-size: var(--t14);
    }
    label:has(:checked) {
      border-color: var(--brand);
      background: var(--brand-soft);
    }
    .value {
      display: block;
      max-block-size: 8lh;
      overflow: auto;
      white-space: pre-line;
    }
    @media (max-width: 640px) {
      fieldset {
        grid-template-columns: 1fr;
      }
    }
  `,
})
export class Conflict {
  private readonly say = inject(Say);
  readonly mine = input.required<DraftForm>();
  readonly theirs = input.required<DraftForm>();
  readonly fields = input.required<readonly DraftField[]>();
  readonly resolved = output<readonly DraftField[]>();
  protected readonly sides = ['mine', 'theirs'] as const;
  protected readonly taken = linkedSignal<readonly DraftField[]>(() => {
    this.fields();
    return [];
  });

  protected choose(field: DraftField, side: 'mine' | 'theirs'): void {
    this.taken.update((all) => {
      const others = all.filter((each) => each !== field);
      return side === 'theirs' ? [...others, field] : others;
    });
  }
  protected words(side: 'mine' | 'theirs', field: DraftField): string {
    const form = this[side]();
    if (field === 'budget') return form.budget ? this.say.money(form.budget) : '–';
    if (field === 'nda' || field === 'signFirst')
      return this.say.it(form[field] ? 'jobs.yes' : 'jobs.no');
    if (field === 'visibility')
      return this.say.it(form.visibility === 'invited' ? 'jobs.yes' : 'jobs.no');
    if (field === 'attachments') return form.attachments.map(({ name }) => name).join(', ');
    if (field === 'category') return this.say.it(`market.categories.${form.category}`);
    if (field === 'given') return form.given.map(({ value }) => value).join(', ');
    const value = form[field];
    return typeof value === 'string' ? value : value.join(', ');
  }
}
