import { Component, computed, inject, input, output } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { DisputeCategory } from '@wire/disputes';
import { answer } from '@ui/app/answer';
import { Skeleton } from '@ui/skeleton';
import { DisputesApi } from '../disputes.api';

/** What the policy says for this kind of dispute, and how like cases were decided. */
@Component({
  selector: 'app-precedents',
  imports: [Skeleton, TranslatePipe],
  template: `
    <details open>
      <summary>{{ 'disputes.precedents.policy' | translate }}</summary>
      @if (policies.value(); as policy) {
        <ul>
          @for (rule of policy.items; track rule.reference) {
            <li [class.usual]="rule.category === category()">
              <b
                ><bdi>{{ rule.reference }}</bdi></b
              >
              {{ rule.title }}
            </li>
          }
        </ul>
        <p class="muted">{{ 'disputes.precedents.version' | translate: policy }}</p>
      } @else if (!policies.problem()) {
        <ui-skeleton [count]="4" />
      }
    </details>
    <details open>
      <summary>{{ 'disputes.precedents.heading' | translate }}</summary>
      @if (decided(); as decided) {
        <ul>
          @for (one of decided; track one.id) {
            <li>
              <button type="button" (click)="chosen.emit(one.providerPercent)">
                <b class="num">{{ one.providerPercent }} : {{ 100 - one.providerPercent }}</b>
                <bdi>{{ one.policyReference }}</bdi>
              </button>
              <p dir="auto">{{ one.summary }}</p>
              @if (one.appealed) {
                <small>{{ 'disputes.precedents.appealed' | translate }}</small>
              }
            </li>
          } @empty {
            <li class="muted">{{ 'disputes.precedents.none' | translate }}</li>
          }
        </ul>
      } @else if (!precedents.problem()) {
        <ui-skeleton [count]="4" />
      }
    </details>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s4);
      padding-block-start: var(--s4);
      border-block-start: 1px solid var(--line);
    }
    summary {
      min-block-size: 28px;
      font-size: var(--t13);
      font-weight: 550;
      cursor: pointer;
    }
    li {
      padding-block: 6px;
      line-height: 1.45;
    }
    li + li {
      border-block-start: 1px solid var(--line);
    }
    .usual {
      color: var(--brand-strong);
      font-weight: 550;
    }
    button {
      display: inline-flex;
      gap: var(--s2);
      padding: 2px 10px;
      border: 1px solid var(--line);
      border-radius: var(--radius-full);
      background: var(--surface);
      font-size: var(--t13);
      cursor: pointer;
    }
    button:hover {
      border-color: var(--line-strong);
    }
    li p {
      margin-block-start: 4px;
    }
    .muted,
    small {
      color: var(--muted);
      font-size: var(--t13);
    }
    @media (pointer: coarse) {
      summary,
      button {
        min-block-size: 44px;
        align-items: center;
      }
    }
  `,
})
export class Precedents {
  private readonly api = inject(DisputesApi);
  readonly category = input.required<DisputeCategory>();
  /** The share of the provider in a case that was decided before. */
  readonly chosen = output<number>();
  protected readonly policies = answer(() => this.api.policies());
  protected readonly precedents = answer(() => this.api.precedents(this.category()));
  protected readonly decided = computed(() => this.precedents.value()?.items);
}
