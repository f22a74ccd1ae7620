import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { MyVerification } from '@wire/verification';
import { Icon } from './icon';
import { readiness } from './readiness';

/** How near somebody is to being paid: four steps, each with a word and the way to do it. */
@Component({
  selector: 'ui-payout-meter',
  imports: [Icon, RouterLink, TranslatePipe],
  template: `
    <p class="lead">
      <b>{{ 'ui.ready.of' | translate: { done: done(), all: steps().length } }}</b>
      {{ (done() === steps().length ? 'ui.ready.all' : 'ui.ready.some') | translate }}
    </p>
    <div class="bar" aria-hidden="true"><span [style.inline-size.%]="percent()"></span></div>
    <ol>
      @for (step of steps(); track step.id) {
        <li>
          <ui-icon [name]="step.done ? 'check' : 'clock'" [size]="16" />
          @if (step.done) {
            <span>{{ 'ui.ready.steps.' + step.id | translate }}</span>
          } @else {
            <a [routerLink]="step.link">{{ 'ui.ready.steps.' + step.id | translate }}</a>
          }
          <small class="muted">{{
            (step.done ? 'ui.ready.done' : 'ui.ready.open') | translate
          }}</small>
        </li>
      }
    </ol>
  `,
  styles: `
    .lead {
      font-size: var(--t14);
    }
    .bar {
      block-size: 6px;
      margin-block: var(--s3);
      border-radius: 3px;
      background: var(--sunken);
      overflow: hidden;
    }
    .bar span {
      display: block;
      block-size: 100%;
      background: var(--brand);
    }
    ol {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
      gap: var(--s2) var(--s5);
    }
    li {
      display: flex;
      align-items: center;
      gap: var(--s2);
      min-block-size: 32px;
    }
    small {
      margin-inline-start: auto;
    }
  `,
})
export class PayoutMeter {
  readonly of = input.required<MyVerification>();
  protected readonly steps = computed(() => readiness(this.of()));
  protected readonly done = computed(() => this.steps().filter(({ done }) => done).length);
  protected readonly percent = computed(() => (100 * this.done()) / this.steps().length);
}
