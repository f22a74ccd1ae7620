import { Component, computed, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { listing } from '@ui/app/listing';
import { ErrorState } from '@ui/error-state';
import { EventRecord } from '@ui/event-record';
import { LoadMore } from '@ui/load-more';
import { Skeleton } from '@ui/skeleton';
import { ContractsApi } from '../contracts.api';

/** One stream of a contract, as it is stored. */
@Component({
  selector: 'app-contract-record',
  imports: [ErrorState, EventRecord, LoadMore, Skeleton, TranslatePipe],
  template: `
    <section [attr.aria-labelledby]="stream()">
      <h2 [id]="stream()">
        <bdi>{{ stream() }}</bdi>
        @if (list.rows(); as rows) {
          <span class="muted small">{{
            'contracts.events' | translate: { count: rows.length + (list.more() ? '+' : '') }
          }}</span>
        }
      </h2>
      @if (empty()) {
        <p class="muted">{{ 'contracts.noEvents' | translate }}</p>
      } @else if (list.problem(); as problem) {
        <ui-error-state [problem]="problem" (retry)="list.load()" />
      } @else if (list.rows(); as rows) {
        <div class="stack gap-3">
          @for (event of rows; track event.eventId) {
            <ui-event-record [of]="event" />
          }
        </div>
        @if (list.more()) {
          <ui-load-more [count]="rows.length" [busy]="list.busy()" (more)="list.loadMore()" />
        }
      } @else {
        <ui-skeleton shape="tiles" [count]="2" />
      }
    </section>
  `,
  styles: `
    section {
      max-inline-size: 1000px;
      margin-block-end: var(--s8);
    }
    h2 {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: var(--s3);
      margin-block-end: var(--s3);
      font-size: var(--t14);
      overflow-wrap: anywhere;
    }
  `,
})
export class ContractRecord {
  private readonly api = inject(ContractsApi);
  readonly stream = input.required<string>();
  protected readonly list = listing((after) => this.api.stream(this.stream(), after));
  /** No escrow yet is a state of a contract, not a failure. */
  protected readonly empty = computed(
    () => this.list.problem()?.status === 404 || this.list.rows()?.length === 0,
  );

  refresh(): void {
    this.list.refresh();
  }
}
