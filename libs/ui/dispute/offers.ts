import { NgTemplateOutlet } from '@angular/common';
import {
  booleanAttribute,
  Component,
  computed,
  contentChild,
  inject,
  input,
  TemplateRef,
} from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { offerView } from '@wire/disputes';
import type * as z from 'zod';
import { Say } from '../app/say';
import { Moment } from '../moment';
import { Status, type Tone } from '../status';
import { percentOf, type Sides, toClientOf, toProviderOf } from './split';
import { SplitBar } from './split-bar';

export type Offer = z.infer<typeof offerView>;
const tones: Record<Offer['state'], Tone> = {
  open: 'attention',
  accepted: 'brand',
  declined: 'danger',
  replaced: 'neutral',
};

/** Offers and counter-offers, newest first. An `<ng-template let-offer>` inside adds what to do. */
@Component({
  selector: 'ui-offers',
  imports: [Moment, NgTemplateOutlet, SplitBar, Status, TranslatePipe],
  template: `
    <ol [attr.aria-label]="'ui.dispute.offers.label' | translate">
      @for (row of rows(); track row.offer.id) {
        <li [class.open]="row.offer.state === 'open'">
          <p class="head">
            <b>{{ row.title }}</b>
            <ui-moment [at]="row.offer.at" />
            <ui-status [tone]="row.tone">{{
              'ui.dispute.offers.states.' + row.state | translate
            }}</ui-status>
          </p>
          <ui-split-bar
            [names]="names()"
            [percent]="row.percent"
            [provider]="row.provider"
            [client]="row.client"
          />
          @if (row.offer.note) {
            <p class="note" dir="auto">{{ row.offer.note }}</p>
          }
          @if (more(); as template) {
            <ng-container
              [ngTemplateOutlet]="template"
              [ngTemplateOutletContext]="{ $implicit: row.offer }"
            />
          }
        </li>
      }
    </ol>
  `,
  styles: `
    li {
      display: grid;
      gap: var(--s3);
      padding-block: var(--s4);
      font-size: var(--t14);
    }
    li:first-child {
      padding-block-start: 0;
    }
    li:last-child {
      padding-block-end: 0;
    }
    li + li {
      border-block-start: 1px solid var(--line);
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s1) var(--s3);
      max-inline-size: none;
    }
    b {
      font-weight: 550;
    }
    ui-moment {
      color: var(--muted);
      font-size: var(--t13);
    }
    ui-status {
      margin-inline-start: auto;
    }
    .note {
      white-space: pre-line;
      overflow-wrap: anywhere;
      line-height: 1.5;
    }
  `,
})
export class Offers {
  private readonly say = inject(Say);
  readonly of = input.required<readonly Offer[]>();
  readonly names = input.required<Sides>();
  /** Nothing can be accepted any more: what is still open was not taken. */
  readonly over = input(false, { transform: booleanAttribute });
  protected readonly more = contentChild(TemplateRef);
  protected readonly rows = computed(() =>
    this.of()
      .map((offer, at) => ({
        offer,
        title: this.say.it(`ui.dispute.offers.${at === 0 ? 'claim' : 'by'}`, {
          name: this.names()[offer.by],
        }),
        tone: this.over() && offer.state === 'open' ? 'neutral' : tones[offer.state],
        state: this.over() && offer.state === 'open' ? 'lapsed' : offer.state,
        percent: percentOf(offer.allocations),
        provider: toProviderOf(offer.allocations),
        client: toClientOf(offer.allocations),
      }))
      .toReversed(),
  );
}
