import { Component, input } from '@angular/core';
import type { Money } from '@money';
import { MoneyView } from '../money';
import type { Sides } from './split';

/** How money is shared, to look at: the provider's part at the start side, the client's at the end. */
@Component({
  selector: 'ui-split-bar',
  imports: [MoneyView],
  template: `
    <p class="ends">
      <span
        >{{ names().provider }} <ui-money [of]="provider()" />
        <small class="num">{{ percent() }} %</small></span
      >
      <span class="end"
        ><small class="num">{{ 100 - percent() }} %</small> <ui-money [of]="client()" />
        {{ names().client }}</span
      >
    </p>
    <span class="bar" aria-hidden="true"><span [style.inline-size.%]="percent()"></span></span>
  `,
  styles: `
    :host {
      display: grid;
      gap: 6px;
    }
    .ends {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 2px var(--s4);
      max-inline-size: none;
      font-size: var(--t13);
      line-height: 1.4;
    }
    .ends span {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 6px;
      min-inline-size: 0;
    }
    .ends .end {
      justify-content: flex-end;
      margin-inline-start: auto;
      text-align: end;
    }
    ui-money {
      font-weight: 600;
    }
    small {
      color: var(--muted);
      font-size: var(--t12);
    }
    .bar {
      display: block;
      block-size: 6px;
      border-radius: 3px;
      background: var(--info);
      overflow: hidden;
    }
    .bar span {
      display: block;
      block-size: 100%;
      border-inline-end: 2px solid var(--surface);
      background: var(--brand);
    }
    @media print {
      .bar,
      .bar span {
        print-color-adjust: exact;
      }
    }
  `,
})
export class SplitBar {
  readonly names = input.required<Sides>();
  readonly percent = input.required<number>();
  readonly provider = input.required<Money>();
  readonly client = input.required<Money>();
}
