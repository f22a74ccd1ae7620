import { Component, computed, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { streamEvents } from '@wire/operations';
import { Api } from '@ui/app/api';
import { listing } from '@ui/app/listing';
import { Say } from '@ui/app/say';
import { Copy } from '@ui/copy';
import { ErrorState } from '@ui/error-state';
import { EventRecord } from '@ui/event-record';
import { LoadMore } from '@ui/load-more';
import { PageHeader } from '@ui/page-header';
import { EventProof } from '@ui/proof/event-proof';
import { Skeleton } from '@ui/skeleton';

/** One stream of the record, from its first event on, as it is stored. */
@Component({
  selector: 'app-stream',
  imports: [
    Copy,
    ErrorState,
    EventProof,
    EventRecord,
    LoadMore,
    PageHeader,
    Skeleton,
    TranslatePipe,
  ],
  template: `
    <div class="page wide">
      <ui-page-header
        [heading]="'streams.heading' | translate"
        [lead]="'streams.lead' | translate"
        [crumbs]="crumbs()"
      >
        <ui-copy [text]="stream()" [label]="'streams.name' | translate" />
      </ui-page-header>
      @if (list.problem(); as problem) {
        <ui-error-state [problem]="problem" (retry)="list.load()" />
      } @else if (list.rows(); as rows) {
        <div class="stack gap-3">
          @for (event of rows; track event.eventId) {
            <div>
              <ui-event-record [of]="event" />
              <ui-event-proof [eventId]="event.eventId" />
            </div>
          } @empty {
            <p class="muted">{{ 'streams.empty' | translate }}</p>
          }
        </div>
        @if (list.more()) {
          <ui-load-more [count]="rows.length" [busy]="list.busy()" (more)="list.loadMore()" />
        }
      } @else {
        <ui-skeleton shape="tiles" [count]="3" />
      }
    </div>
  `,
  styles: `
    .stack {
      max-inline-size: 1000px;
    }
  `,
})
export class StreamPage {
  private readonly api = inject(Api);
  private readonly say = inject(Say);
  /** From the address: `escrow-<id>`. */
  readonly stream = input.required<string>();
  protected readonly list = listing((after) =>
    this.api.get(`/admin/streams/${encodeURIComponent(this.stream())}`, streamEvents, {
      query: { after, limit: 50 },
    }),
  );
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.stream() },
  ]);
}
