import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { answer } from '@ui/app/answer';
import { Copy } from '@ui/copy';
import { ErrorState } from '@ui/error-state';
import { EventRecord } from '@ui/event-record';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { LedgerApi } from '../ledger.api';
import { LedgerWords } from '../ledger-words';

/** One journal: its legs, which sum to zero, and the event that caused it. */
@Component({
  selector: 'app-journal',
  imports: [
    Copy,
    ErrorState,
    EventRecord,
    Moment,
    MoneyView,
    PageHeader,
    RouterLink,
    Skeleton,
    TranslatePipe,
  ],
  templateUrl: './journal.html',
  styles: `
    .meta {
      margin-block-end: var(--s4);
    }
    table {
      max-inline-size: 1000px;
      border: 1px solid var(--line);
      background: var(--surface);
    }
    th,
    td {
      block-size: var(--row);
      padding: var(--s1) var(--s4);
      border-block-start: 1px solid var(--line);
      text-align: start;
      overflow-wrap: anywhere;
    }
    th {
      color: var(--muted);
      font-size: var(--t13);
    }
    .end {
      text-align: end;
    }
    h2 {
      margin-block: var(--s6) var(--s3);
    }
    ui-event-record {
      max-inline-size: 1000px;
    }
  `,
})
export class JournalPage {
  private readonly api = inject(LedgerApi);
  protected readonly words = inject(LedgerWords);
  /** From the address. */
  readonly id = input.required<string>();
  protected readonly journal = answer(() => this.api.journal(this.id()));
  protected readonly heading = computed(() => this.words.entry(this.journal.value()?.kind ?? ''));
  protected readonly crumbs = computed(() => this.words.crumbs({ label: this.heading() }));
}
