import { Component, computed, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { DisputeView } from '@wire/dispute-case';
import { Say } from '@ui/app/say';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { namesOf } from './case-next';

/** What is disputed, what is claimed, and what the other side answers; side by side where there is room. */
@Component({
  selector: 'app-claim-part',
  imports: [Moment, MoneyView, TranslatePipe],
  template: `
    <dl class="facts">
      <div>
        <dt>{{ 'disputes.case.category' | translate }}</dt>
        <dd>{{ 'ui.dispute.categories.' + view().category | translate }}</dd>
      </div>
      @for (milestone of view().milestones; track milestone.id) {
        <div>
          <dt>{{ milestone.title }}</dt>
          <dd><ui-money [of]="milestone.amount" /></dd>
        </div>
      }
    </dl>
    <div class="sides">
      <section>
        <h3>{{ 'disputes.case.claimOf' | translate: { name: opener() } }}</h3>
        <p class="text" dir="auto">{{ view().claim.text }}</p>
        <small><ui-moment [at]="view().claim.at" /></small>
      </section>
      <section>
        <h3>{{ 'disputes.case.answerOf' | translate: { name: answerer() } }}</h3>
        @if (view().answer; as answer) {
          <p class="text" dir="auto">{{ answer.text }}</p>
          <small><ui-moment [at]="answer.at" /></small>
        } @else {
          <p class="muted">{{ 'disputes.case.noAnswer' | translate }}</p>
        }
      </section>
    </div>
    <dl class="facts">
      @for (window of windows(); track window.side) {
        <div>
          <dt>{{ window.label }}</dt>
          <dd>
            @if (window.open) {
              {{ 'disputes.case.until' | translate }}
              <ui-moment form="exact" [at]="window.until" />
            } @else {
              {{ 'disputes.case.closed' | translate }}
            }
          </dd>
        </div>
      }
    </dl>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s5);
    }
    .facts {
      display: grid;
      gap: var(--s2);
      font-size: var(--t14);
    }
    .facts > div {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 2px var(--s4);
    }
    dt {
      color: var(--muted);
      overflow-wrap: anywhere;
    }
    dd {
      font-weight: 500;
    }
    .sides {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 260px), 1fr));
      gap: var(--s5) var(--s6);
      padding-block: var(--s5);
      border-block: 1px solid var(--line);
    }
    h3 {
      margin-block-end: var(--s2);
      font-size: var(--t14);
    }
    .text {
      white-space: pre-line;
      overflow-wrap: anywhere;
      font-size: var(--t14);
      line-height: 1.6;
    }
    .muted {
      font-size: var(--t14);
    }
    small {
      color: var(--muted);
      font-size: var(--t13);
    }
  `,
})
export class ClaimPart {
  private readonly say = inject(Say);
  readonly view = input.required<DisputeView>();
  private readonly names = computed(() => namesOf(this.view()));
  protected readonly opener = computed(() => this.names()[this.view().openedBy]);
  protected readonly answerer = computed(
    () => this.names()[this.view().openedBy === 'client' ? 'provider' : 'client'],
  );
  protected readonly windows = computed(() =>
    (['client', 'provider'] as const).map((side) => ({
      side,
      label: this.say.it('disputes.case.window', { name: this.names()[side] }),
      ...this.view().windows[side],
    })),
  );
}
