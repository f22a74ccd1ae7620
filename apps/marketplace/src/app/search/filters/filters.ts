import { Component, computed, input, output } from '@angular/core';
import type { Money } from '@money';
import { TranslatePipe } from '@ngx-translate/core';
import { MoneyField } from '@ui/form/money-field';
import type { Asked } from '../search.api';

interface Facet {
  value: string;
  count: number;
}
type Field = 'category' | 'skills';

/** Facets with their counts; a click narrows at once. */
@Component({
  selector: 'app-filters',
  imports: [MoneyField, TranslatePipe],
  template: `
    @for (group of groups(); track group.field) {
      <fieldset>
        <legend>{{ 'search.facets.' + group.field | translate }}</legend>
        @for (facet of group.facets; track facet.value) {
          <label>
            <input
              type="checkbox"
              [checked]="chosen()[group.field].includes(facet.value)"
              (change)="toggle(group.field, facet.value)"
            />
            <span>{{
              group.field === 'category'
                ? ('market.categories.' + facet.value | translate)
                : facet.value
            }}</span>
            <span class="num">{{ facet.count }}</span>
          </label>
        }
      </fieldset>
    }
    @if (budget()) {
      <fieldset class="budget">
        <legend>{{ 'search.facets.budget' | translate }}</legend>
        <ui-money-field
          [label]="'search.facets.from' | translate"
          [value]="amount(chosen().budgetMin)"
          (valueChange)="soon('budgetMin', $event)"
        />
        <ui-money-field
          [label]="'search.facets.to' | translate"
          [value]="amount(chosen().budgetMax)"
          (valueChange)="soon('budgetMax', $event)"
        />
      </fieldset>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s6);
    }
    fieldset {
      min-inline-size: 0;
      padding: 0;
      border: 0;
    }
    legend {
      margin-block-end: var(--s2);
      padding: 0;
      font-size: var(--t14);
      font-weight: 600;
    }
    label {
      display: flex;
      align-items: center;
      gap: var(--s2);
      min-block-size: 32px;
      font-size: var(--t14);
      cursor: pointer;
    }
    label span:first-of-type {
      flex: 1;
    }
    input {
      inline-size: 18px;
      block-size: 18px;
      margin: 0;
      accent-color: var(--brand);
    }
    .num {
      color: var(--muted);
      font-size: var(--t13);
    }
    .budget {
      display: grid;
      gap: var(--s3);
    }
    @media (pointer: coarse) {
      label {
        min-block-size: 44px;
      }
    }
  `,
})
export class Filters {
  readonly facets = input.required<Record<Field, readonly Facet[]>>();
  readonly chosen = input.required<
    Record<Field, readonly string[]> & {
      budgetMin: string | undefined;
      budgetMax: string | undefined;
    }
  >();
  readonly budget = input(false);
  readonly changed = output<Asked>();
  private timer?: ReturnType<typeof setTimeout>;

  /** What is chosen stays in the list, even where nothing is left of it. */
  protected readonly groups = computed(() =>
    (['category', 'skills'] as const)
      .map((field) => {
        const counted = this.facets()[field];
        const gone = this.chosen()[field].filter((each) => !counted.some((f) => f.value === each));
        return { field, facets: [...counted, ...gone.map((value) => ({ value, count: 0 }))] };
      })
      .filter(({ facets }) => facets.length > 0),
  );

  protected amount(minor: string | undefined): Money | null {
    return minor ? { amountMinor: minor, currency: 'INR' } : null;
  }
  protected toggle(field: Field, value: string): void {
    const all = this.chosen()[field];
    const kept = all.includes(value) ? all.filter((each) => each !== value) : [...all, value];
    this.changed.emit({ [field]: kept.join(',') });
  }
  protected soon(field: 'budgetMin' | 'budgetMax', value: Money | null): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.changed.emit({ [field]: value?.amountMinor ?? '' }), 600);
  }
}
