import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { eventProof, logKeys } from '@wire/audit';
import { EMPTY, forkJoin } from 'rxjs';
import { answer } from '../app/answer';
import { Api } from '../app/api';
import { Button } from '../button';
import { ErrorState } from '../error-state';
import { EventRecord } from '../event-record';
import { Skeleton } from '../skeleton';
import { ProofPanel } from './proof-panel';

/**
 * For staff: what proves that an event is in the record, asked for when it is wanted.
 * `<ui-event-proof [eventId]="event.eventId" />`; with `withEvent` the event itself stands above.
 */
@Component({
  selector: 'ui-event-proof',
  imports: [Button, ErrorState, EventRecord, ProofPanel, Skeleton, TranslatePipe],
  template: `
    <button
      uiButton
      small
      kind="quiet"
      icon="shield"
      type="button"
      [attr.aria-expanded]="open()"
      (click)="open.set(!open())"
    >
      {{ (open() ? 'ui.inclusion.hide' : 'ui.inclusion.show') | translate }}
    </button>
    @if (open()) {
      <section>
        @if (asked.problem(); as problem) {
          <ui-error-state [problem]="problem" (retry)="asked.load()" />
        } @else if (asked.value(); as value) {
          @if (withEvent()) {
            <ui-event-record [of]="value.found.event" />
          }
          @if (value.found.proof; as proof) {
            <ui-proof-panel
              [proof]="proof"
              [chainHash]="value.found.event.hash"
              [keys]="keys()"
              [name]="value.found.event.stream + '-' + value.found.event.version"
            />
          } @else {
            <p class="muted">{{ 'ui.inclusion.waiting' | translate }}</p>
            <button uiButton small type="button" (click)="asked.load()">
              {{ 'ui.inclusion.again' | translate }}
            </button>
          }
        } @else {
          <ui-skeleton [count]="5" />
        }
      </section>
    }
  `,
  host: { '[class.open]': 'open()' },
  styles: `
    :host {
      display: block;
      min-inline-size: 0;
    }
    section {
      display: grid;
      justify-items: start;
      gap: var(--s4);
      margin-block-start: var(--s2);
      padding: var(--s4) var(--s5);
      border: 1px solid var(--line);
      border-radius: var(--radius-control);
      background: var(--canvas);
    }
    section > * {
      max-inline-size: 100%;
      min-inline-size: 0;
    }
    ui-event-record,
    ui-skeleton,
    ui-error-state {
      inline-size: 100%;
    }
  `,
})
export class EventProof {
  private readonly api = inject(Api);
  readonly eventId = input.required<string>();
  readonly withEvent = input(false);
  protected readonly open = signal(false);
  protected readonly asked = answer(() =>
    this.open()
      ? forkJoin({
          found: this.api.get(`/admin/audit/events/${this.eventId()}`, eventProof),
          known: this.api.get('/log/keys', logKeys),
        })
      : EMPTY,
  );
  protected readonly keys = computed(
    () => this.asked.value()?.known.items.map(({ vkey }) => vkey) ?? [],
  );
}
