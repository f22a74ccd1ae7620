import { Component, input, output } from '@angular/core';
import type { Money } from '@money';
import { Mark } from './mark';
import { MoneyView } from './money';

export interface StripPart {
  id: string;
  label: string;
  amount: Money;
  /** `held` shows the keystone and the brand; `waiting` asks for attention when it is not zero. */
  kind?: 'held' | 'waiting' | 'plain';
  note?: string;
}

/** Where the money stands: held with the keystone · in review · released · fees. Each is a button to its events. */
@Component({
  selector: 'ui-money-strip',
  imports: [Mark, MoneyView],
  template: `
    @for (part of parts(); track part.id) {
      <button type="button" [class]="part.kind ?? 'plain'" (click)="chosen.emit(part.id)">
        <span class="label">
          @if (part.kind === 'held') {
            <ui-mark [keystoneOnly]="true" [size]="14" />
          }
          {{ part.label }}
        </span>
        <ui-money [of]="part.amount" size="large" />
        @if (part.note) {
          <small>{{ part.note }}</small>
        }
      </button>
    }
  `,
  host: { role: 'group', '[attr.aria-label]': 'label()' },
  styles: `
    :host {
      display: grid;
      grid-auto-flow: column;
      grid-auto-columns: minmax(0, 1fr);
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--surface);
      overflow: clip;
    }
    button {
      display: flex;
      flex-direction: column;
      gap: 2px;
      padding: var(--s4) var(--s5);
      border: 0;
      border-inline-start: 1px solid var(--line);
      background: none;
      text-align: start;
      cursor: pointer;
      transition: background var(--fast) var(--ease);
    }
    button:first-child {
      border-inline-start: 0;
    }
    button:hover {
      background: var(--sunken);
    }
    button:focus-visible {
      outline-offset: -3px;
      border-radius: var(--radius);
    }
    .label {
      display: flex;
      align-items: center;
      gap: 6px;
      color: var(--muted);
      font-size: var(--t13);
      line-height: 1.4;
    }
    small {
      color: var(--muted);
      font-size: var(--t12);
      line-height: 1.4;
    }
    .held {
      background: var(--brand-soft);
      color: var(--brand-strong);
    }
    .held :is(.label, small) {
      color: var(--brand-strong);
    }
    .held:hover {
      background: color-mix(in srgb, var(--brand) 18%, var(--surface));
    }
    .waiting ui-money {
      color: var(--attention);
    }
    @media (max-width: 760px) {
      :host {
        grid-auto-flow: row;
        grid-template-columns: 1fr 1fr;
      }
      button {
        padding: var(--s3) var(--s4);
        border-block-start: 1px solid var(--line);
      }
      button:nth-child(-n + 2) {
        border-block-start: 0;
      }
      button:nth-child(odd) {
        border-inline-start: 0;
      }
      ui-money {
        font-size: var(--t20);
      }
    }
    @media print {
      button {
        display: flex !important;
      }
    }
  `,
})
export class MoneyStrip {
  readonly label = input.required<string>();
  readonly parts = input.required<readonly StripPart[]>();
  /** The id of the part that was tapped: show its events. */
  readonly chosen = output<string>();
}
