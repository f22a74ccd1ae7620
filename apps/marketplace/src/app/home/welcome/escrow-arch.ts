import { Component, input } from '@angular/core';
import type { Money } from '@money';
import { TranslatePipe } from '@ngx-translate/core';
import { MoneyView } from '@ui/money';

/** The mark as a diagram: client and provider are the pillars, the money is the keystone. */
@Component({
  selector: 'app-escrow-arch',
  imports: [MoneyView, TranslatePipe],
  template: `
    <figure>
      <svg viewBox="0 0 400 300" aria-hidden="true">
        <path class="stone" d="M32 300V206A168 168 0 0 1 147 47l24 66a98 98 0 0 0-69 93v94z" />
        <path class="stone" d="M368 300V206A168 168 0 0 0 253 47l-24 66a98 98 0 0 1 69 93v94z" />
        <path class="key" d="M152 24h96l-25 88h-46z" />
      </svg>
      <figcaption>
        <span class="held"
          ><ui-money [of]="amount()" /><small>{{ 'welcome.arch.held' | translate }}</small></span
        >
        <span class="side start"
          ><b>{{ 'welcome.arch.client' | translate }}</b
          ><small>{{ 'welcome.arch.pays' | translate }} <ui-money [of]="pays()" /></small
        ></span>
        <span class="side end"
          ><b>{{ 'welcome.arch.provider' | translate }}</b
          ><small>{{ 'welcome.arch.gets' | translate }} <ui-money [of]="gets()" /></small
        ></span>
      </figcaption>
    </figure>
  `,
  styles: `
    figure {
      position: relative;
    }
    svg {
      inline-size: 100%;
    }
    .stone {
      fill: var(--surface);
      stroke: var(--line);
      stroke-width: 1.5;
    }
    .key {
      fill: var(--brand);
    }
    figcaption {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: var(--s4) var(--s6);
      padding-block-start: var(--s4);
      line-height: 1.45;
    }
    .held {
      position: absolute;
      inset-block-start: 42%;
      inset-inline: 28%;
      display: grid;
      text-align: center;
      font-weight: 600;
      font-size: var(--t20);
    }
    small {
      display: block;
      color: var(--muted);
      font-size: var(--t13);
      font-weight: 400;
    }
    .end {
      text-align: end;
    }
  `,
})
export class EscrowArch {
  readonly amount = input.required<Money>();
  readonly pays = input.required<Money>();
  readonly gets = input.required<Money>();
}
