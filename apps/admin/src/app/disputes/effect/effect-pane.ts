import { Component, computed, inject, input, model } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { ConsoleCase } from '@wire/dispute-console';
import type { Split } from '@wire/disputes';
import { Say } from '@ui/app/say';
import { Copy } from '@ui/copy';
import { Outcome } from '@ui/dispute/outcome';
import { simulating } from '@ui/dispute/simulating';
import { percentOf, type Sides } from '@ui/dispute/split';
import { SplitControl, type SplitMark } from '@ui/dispute/split-control';
import { ProblemWords } from '@ui/problem-words';
import { Skeleton } from '@ui/skeleton';
import { DisputesApi } from '../disputes.api';
import { ApprovalCard } from './approval-card';
import { BeforeAfter } from './before-after';
import { Precedents } from './precedents';
import { RulingForm } from './ruling-form';

/** The scales: a split is moved, and what it does to both sides and to every account moves along. */
@Component({
  selector: 'app-effect-pane',
  imports: [
    ApprovalCard,
    BeforeAfter,
    Copy,
    Outcome,
    Precedents,
    ProblemWords,
    RulingForm,
    Skeleton,
    SplitControl,
    TranslatePipe,
  ],
  template: `
    @if (view().proposed; as proposed) {
      <app-approval-card [disputeId]="view().id" [of]="proposed" [names]="names()" />
    }
    @if (over()) {
      @if (view().decision; as decision) {
        <ui-outcome [of]="decision.effect" [names]="names()" />
      } @else {
        <p class="none">{{ 'disputes.effect.none' | translate }}</p>
      }
    } @else {
      <ui-split-control
        [label]="'disputes.effect.share' | translate"
        [disputed]="view().milestones"
        [names]="names()"
        [marks]="marks()"
        [(value)]="split"
      />
      @if (effect.value(); as answer) {
        <div class="answer" [class.moving]="effect.busy()" [attr.aria-busy]="effect.busy()">
          <ui-outcome [of]="answer.simulation" [names]="names()" />
          <app-before-after
            [accounts]="answer.simulation.accounts"
            [view]="view()"
            [names]="names()"
          />
          <p class="hash">
            <span>{{ 'disputes.effect.hash' | translate }}</span>
            <ui-copy [text]="answer.simulation.hash" [label]="'disputes.effect.hash' | translate" />
          </p>
        </div>
      }
      @if (effect.problem(); as problem) {
        <p class="obstacle" role="status">{{ problem | problem }}</p>
      } @else if (!effect.value()) {
        <ui-skeleton [count]="8" />
      }
    }
    <app-ruling-form
      [view]="view()"
      [names]="names()"
      [simulated]="effect.value()"
      [moving]="effect.busy()"
    />
    <app-precedents [category]="view().category" (chosen)="go($event)" />
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s6);
      min-inline-size: 0;
    }
    .answer {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s4);
      min-inline-size: 0;
      transition: opacity var(--fast) var(--ease);
    }
    .moving {
      opacity: 0.75;
    }
    .none {
      color: var(--muted);
    }
    .obstacle {
      padding: var(--s3) var(--s4);
      border-radius: var(--radius-control);
      background: var(--attention-soft);
      color: var(--attention);
    }
    .hash {
      display: flex;
      align-items: center;
      gap: var(--s3);
      max-inline-size: none;
      color: var(--muted);
      font-size: var(--t13);
    }
    .hash span {
      flex: none;
    }
    .hash ui-copy {
      min-inline-size: 0;
    }
  `,
})
export class EffectPane {
  private readonly api = inject(DisputesApi);
  private readonly say = inject(Say);
  readonly view = input.required<ConsoleCase>();
  readonly names = input.required<Sides>();
  readonly split = model.required<Split>();

  /** The money has moved, or nothing will: there is nothing to weigh any more. */
  protected readonly over = computed(() => this.view().step.owner === 'nobody');
  private readonly weighed = computed(() => (this.over() ? null : this.split()));
  protected readonly effect = simulating(this.weighed, (split) =>
    this.api.simulate(this.view().id, split),
  );
  /** Open offers and the recommendation: places that somebody has named. */
  protected readonly marks = computed((): SplitMark[] => {
    const { offers, recommendation } = this.view();
    const named = offers
      .filter(({ state }) => state === 'open')
      .map(({ id, by, allocations }) => ({
        id,
        percent: percentOf(allocations),
        label: this.say.it('disputes.effect.offerOf', { name: this.names()[by] }),
      }));
    if (!recommendation) return named;
    const percent = percentOf(recommendation.allocations);
    const label = this.say.it('disputes.effect.recommended');
    return [...named, { id: 'recommendation', percent, label }];
  });

  protected go(provider: number): void {
    this.split.set({ kind: 'percent', provider });
  }
}
