import { Component, computed, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Say } from '../app/say';
import { Icon } from '../icon';
import { Moment } from '../moment';
import type { Sides } from './split';
import { currentOf, type Step, type WayStep } from './steps';

/** The steps of a dispute one below the other: who acts, until when, and what happens by itself. */
@Component({
  selector: 'ui-dispute-way',
  imports: [Icon, Moment, TranslatePipe],
  template: `
    <ol [attr.aria-label]="'ui.dispute.way.label' | translate">
      @for (row of rows(); track row.step.id) {
        <li [class]="row.place" [attr.aria-current]="row.place === 'now' ? 'step' : null">
          <span class="dot">
            @if (row.place === 'done') {
              <ui-icon name="check" [size]="14" />
            } @else {
              <span aria-hidden="true">{{ $index + 1 }}</span>
            }
          </span>
          <div>
            <h3>
              {{ 'ui.dispute.way.' + row.step.id | translate }}
              @if (row.place === 'done') {
                <span class="visually-hidden">{{ 'ui.done' | translate }}</span>
              }
            </h3>
            <p class="by">
              {{ row.owner }}
              @if (row.step.deadline; as deadline) {
                · <ui-moment form="exact" [at]="deadline" />
              } @else if (row.lasts) {
                · {{ row.lasts }}
              }
            </p>
            @if (row.place !== 'done') {
              <p class="default">
                {{ 'ui.dispute.default.' + row.step.defaultOutcome | translate }}
              </p>
            }
          </div>
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      display: grid;
    }
    li {
      position: relative;
      display: grid;
      grid-template-columns: 26px minmax(0, 1fr);
      gap: var(--s3);
      padding-block-end: var(--s5);
      font-size: var(--t14);
      line-height: 1.5;
    }
    li:last-child {
      padding-block-end: 0;
    }
    li:not(:last-child)::before {
      content: '';
      position: absolute;
      inset-block: 28px 2px;
      inset-inline-start: 12px;
      inline-size: 2px;
      background: var(--line);
    }
    .dot {
      display: grid;
      place-items: center;
      inline-size: 26px;
      block-size: 26px;
      border: 1.5px solid var(--line);
      border-radius: var(--radius-full);
      background: var(--surface);
      color: var(--muted);
      font-size: var(--t12);
      font-weight: 600;
    }
    .done .dot {
      border-color: transparent;
      background: var(--brand-soft);
      color: var(--brand-strong);
    }
    .now .dot {
      border-color: var(--brand);
      background: var(--brand);
      color: var(--on-brand);
    }
    h3 {
      font-size: var(--t14);
      line-height: 26px;
    }
    .by {
      color: var(--ink);
    }
    .done .by,
    .default {
      color: var(--muted);
      font-size: var(--t13);
    }
  `,
})
export class DisputeWay {
  private readonly say = inject(Say);
  readonly steps = input.required<readonly WayStep[]>();
  /** Where it stands; without it nothing has begun. */
  readonly now = input<Step | null>(null);
  readonly names = input.required<Sides>();

  protected readonly rows = computed(() => {
    const now = this.now();
    const steps = this.steps();
    const current = now ? currentOf(now) : null;
    const found = steps.findIndex(({ id }) => id === current);
    const at = current === 'done' ? steps.length : found;
    return steps.map((step, index) => ({
      step,
      place: index < at ? 'done' : index === at ? 'now' : 'later',
      owner: this.say.it(`ui.dispute.owners.${step.owner}`, { ...this.names() }),
      lasts: step.lasts
        ? this.say.it(step.lasts.business ? 'ui.dispute.businessDays' : 'ui.dispute.days', {
            count: step.lasts.days,
          })
        : null,
    }));
  });
}
