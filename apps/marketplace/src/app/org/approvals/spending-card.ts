import { Component, computed, input, output, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { DecideSpending, Spending } from '@wire/organisations';
import { Avatar } from '@ui/avatar';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { TextArea } from '@ui/form/text-area';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { Status, type Tone } from '@ui/status';

export type Verdict = DecideSpending;

const tones: Record<Spending['state'], Tone> = {
  open: 'attention',
  granted: 'brand',
  rejected: 'danger',
  cancelled: 'neutral',
  expired: 'neutral',
};

/** One wish to spend: what for, how much, who said what, and what the viewer may say. */
@Component({
  selector: 'app-spending-card',
  imports: [Avatar, Button, Card, Moment, MoneyView, Status, TextArea, TranslatePipe],
  template: `
    <ui-card [heading]="of().title">
      <ui-status card-actions [tone]="tone()">{{
        'org.approvals.states.' + of().state | translate
      }}</ui-status>
      <div class="stack">
        <ui-money size="large" [of]="of().amount" />
        <dl>
          <div>
            <dt>{{ 'org.approvals.by' | translate }}</dt>
            <dd class="who">
              <ui-avatar
                [name]="of().requester.name"
                [url]="of().requester.avatarUrl"
                size="small"
              />
              <bdi>{{ of().requester.name }}</bdi> · <ui-moment [at]="of().askedAt" />
            </dd>
          </div>
          <div>
            <dt>{{ 'org.approvals.what' | translate }}</dt>
            <dd>{{ 'org.purposes.' + of().purpose | translate }} · {{ of().workspace }}</dd>
          </div>
          @if (of().purchaseOrder; as order) {
            <div>
              <dt>{{ 'org.purchaseOrder' | translate }}</dt>
              <dd>
                <bdi>{{ order }}</bdi>
              </dd>
            </div>
          }
          @if (of().state === 'open' && of().expiresAt; as until) {
            <div>
              <dt>{{ 'org.approvals.until' | translate }}</dt>
              <dd><ui-moment [at]="until" /></dd>
            </div>
          }
          @if (of().costCentre; as centre) {
            <div>
              <dt>{{ 'org.costCentre' | translate }}</dt>
              <dd>
                <bdi>{{ centre }}</bdi>
              </dd>
            </div>
          }
        </dl>
        <ol class="steps">
          @for (one of of().decisions; track one.at) {
            <li>
              <p>
                <bdi>{{ one.by.name }}</bdi> ·
                {{ 'org.approvals.said.' + one.decision | translate }} ·
                <ui-moment [at]="one.at" />
              </p>
              @if (one.comment) {
                <p class="muted" dir="auto">{{ one.comment }}</p>
              }
            </li>
          }
          @if (of().state === 'open') {
            @for (who of ahead(); track who) {
              <li class="muted">{{ 'org.approvals.waits.' + who | translate }}</li>
            }
          }
        </ol>
        @if (may('approve')) {
          <ui-text-area
            optional
            [label]="'org.approvals.comment' | translate"
            [rows]="2"
            [(value)]="comment"
          />
        }
        @if (of().may.length > 0) {
          <div class="row">
            @if (may('approve')) {
              <button
                uiButton
                kind="primary"
                type="button"
                [busy]="busy()"
                (click)="say('approve')"
              >
                {{ 'org.approvals.verbs.approve' | translate }}
              </button>
              <button uiButton type="button" [disabled]="busy()" (click)="say('reject')">
                {{ 'org.approvals.verbs.reject' | translate }}
              </button>
            }
            @if (may('cancel')) {
              <button uiButton type="button" [busy]="busy()" (click)="say('cancel')">
                {{ 'org.approvals.verbs.cancel' | translate }}
              </button>
            }
          </div>
        }
      </div>
    </ui-card>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
      gap: var(--s3) var(--s6);
      margin: 0;
    }
    dt {
      color: var(--muted);
      font-size: var(--t13);
    }
    dd {
      margin: 0;
    }
    .who {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s2);
    }
    .steps {
      display: grid;
      gap: var(--s2);
      margin: 0;
      padding-inline-start: var(--s3);
      border-inline-start: 2px solid var(--line);
      list-style: none;
      font-size: var(--t14);
    }
  `,
})
export class SpendingCard {
  readonly of = input.required<Spending>();
  readonly busy = input(false);
  readonly decided = output<Verdict>();
  protected readonly comment = signal('');
  protected readonly tone = computed(() => tones[this.of().state]);
  protected readonly ahead = computed(() => this.of().chain.slice(this.of().decisions.length));

  protected may(what: Verdict['decision']): boolean {
    return this.of().may.includes(what);
  }
  protected say(decision: Verdict['decision']): void {
    this.decided.emit({ decision, comment: this.comment().trim() });
  }
}
