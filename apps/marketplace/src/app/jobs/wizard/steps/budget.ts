import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { Say } from '@ui/app/say';
import { FeeReceipt } from '@ui/fee-receipt';
import { MoneyField } from '@ui/form/money-field';
import { TagsField } from '@ui/form/tags-field';
import { Icon } from '@ui/icon';
import { MoneyText } from '@ui/money';
import type { DraftForm } from '../draft';
import { DraftActions, draftFeature } from '../draft.store';
import { receiptOf } from '../receipt';
import { knownSkills } from './known-skills';

/** Step 3: which skills, for how much; what similar jobs cost; and what the fees come to. */
@Component({
  selector: 'app-budget',
  imports: [FeeReceipt, Icon, MoneyField, MoneyText, TagsField, TranslatePipe],
  template: `
    <div class="columns">
      <div class="stack gap-6">
        <ui-tags-field
          [label]="'jobs.fields.skills' | translate"
          [hint]="'jobs.hints.skills' | translate"
          [suggestions]="skills"
          [value]="form().skills"
          (valueChange)="changed.emit({ skills: $event })"
        />
        <div class="stack gap-2">
          <ui-money-field
            [label]="'jobs.fields.budget' | translate"
            [hint]="'jobs.hints.budget' | translate"
            [value]="form().budget"
            (valueChange)="changed.emit({ budget: $event })"
          />
          <p class="hint" role="status">
            @if (hint(); as hint) {
              <ui-icon name="scales" [size]="16" />
              <span>{{
                'jobs.hints.similar'
                  | translate
                    : { low: (hint.low | money), high: (hint.high | money), count: hint.sample }
              }}</span>
            }
          </p>
        </div>
      </div>
      @if (receipt(); as receipt) {
        <div class="till">
          <ui-fee-receipt
            [heading]="'jobs.receipt.heading' | translate"
            [note]="'jobs.receipt.note' | translate"
            [lines]="receipt.lines"
            [total]="receipt.total"
            [other]="receipt.other"
          />
        </div>
      } @else {
        <p class="muted small">{{ 'jobs.receipt.empty' | translate }}</p>
      }
    </div>
  `,
  styles: `
    .columns {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 340px);
      gap: var(--s8);
      align-items: start;
    }
    .till {
      padding: var(--s4);
      border-radius: var(--radius);
      background: var(--sunken);
    }
    .hint {
      display: flex;
      gap: var(--s2);
      min-block-size: 20px;
      color: var(--info);
      font-size: var(--t14);
      line-height: 1.45;
    }
    .hint ui-icon {
      flex: none;
      margin-block-start: 2px;
    }
    @media (max-width: 760px) {
      .columns {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class Budget {
  private readonly say = inject(Say);
  private readonly store = inject(Store);
  readonly form = input.required<DraftForm>();
  readonly changed = output<Partial<DraftForm>>();
  protected readonly skills = knownSkills;
  protected readonly hint = this.store.selectSignal(draftFeature.selectHint);
  protected readonly receipt = computed(() => {
    const { budget } = this.form();
    return budget && budget.amountMinor !== '0' ? receiptOf(budget, this.say) : null;
  });
  private readonly category = computed(() => this.form().category);
  private readonly chosen = computed(() => this.form().skills);

  constructor() {
    effect(() => {
      const [category, skills] = [this.category(), this.chosen()];
      if (category === '' || skills.length === 0) return;
      untracked(() => this.store.dispatch(DraftActions.hintAsked({ category, skills })));
    });
  }
}
