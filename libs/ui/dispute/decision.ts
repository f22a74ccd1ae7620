import { Component, computed, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { DecisionView } from '@wire/dispute-case';
import { Copy } from '../copy';
import { Moment } from '../moment';
import { Outcome } from './outcome';
import { percentOf, type Sides, toClientOf, toProviderOf } from './split';
import { SplitBar } from './split-bar';

/** A statement of reasons: what was decided, why, by which rule, and what it does to the money. */
@Component({
  selector: 'ui-decision',
  imports: [Copy, Moment, Outcome, SplitBar, TranslatePipe],
  template: `
    <p class="basis">
      {{ 'ui.dispute.decision.basis.' + of().basis | translate }}
      <ui-moment form="exact" [at]="of().at" />
    </p>
    <ui-split-bar
      [names]="names()"
      [percent]="shares().percent"
      [provider]="shares().provider"
      [client]="shares().client"
    />
    @if (of().reasons; as reasons) {
      <section>
        <h3>{{ 'ui.dispute.decision.reasons' | translate }}</h3>
        <p class="text" dir="auto">{{ reasons.text }}</p>
      </section>
    }
    <ui-outcome [of]="of().effect" [names]="names()" />
    <dl>
      <div>
        <dt>{{ 'ui.dispute.decision.policy' | translate }}</dt>
        <dd>
          <bdi>{{ of().policy.reference }}</bdi> · <bdi>{{ of().policy.version }}</bdi>
        </dd>
      </div>
      @if (of().isSecondPerson) {
        <div>
          <dt>{{ 'ui.dispute.decision.eyes' | translate }}</dt>
          <dd>{{ 'ui.dispute.decision.second' | translate }}</dd>
        </div>
      }
      @if (of().reasons; as reasons) {
        <div>
          <dt>{{ 'ui.dispute.decision.reasonsHash' | translate }}</dt>
          <dd>
            <ui-copy
              [text]="reasons.sha256"
              [label]="'ui.dispute.decision.reasonsHash' | translate"
            />
          </dd>
        </div>
      }
      @if (of().simulationHash; as hash) {
        <div>
          <dt>{{ 'ui.dispute.decision.simulationHash' | translate }}</dt>
          <dd>
            <ui-copy [text]="hash" [label]="'ui.dispute.decision.simulationHash' | translate" />
          </dd>
        </div>
      }
    </dl>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s5);
      min-inline-size: 0;
    }
    .basis {
      color: var(--muted);
      font-size: var(--t14);
    }
    h3 {
      margin-block-end: var(--s2);
      font-size: var(--t14);
    }
    .text {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    dl {
      display: grid;
      gap: var(--s2);
      font-size: var(--t13);
    }
    dl > div {
      display: grid;
      grid-template-columns: minmax(120px, 34%) minmax(0, 1fr);
      align-items: center;
      gap: var(--s3);
    }
    dt {
      color: var(--muted);
    }
    dd {
      min-inline-size: 0;
    }
  `,
})
export class Decision {
  readonly of = input.required<DecisionView>();
  readonly names = input.required<Sides>();
  protected readonly shares = computed(() => {
    const { allocations } = this.of();
    return {
      percent: percentOf(allocations),
      provider: toProviderOf(allocations),
      client: toClientOf(allocations),
    };
  });
}
