import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { DayView } from '@wire/reconciliation';
import { Ability } from '@ui/app/ability';
import { Say } from '@ui/app/say';
import { EmptyState } from '@ui/empty-state';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { Status } from '@ui/status';

type Line = DayView['lines'][number];

/** The lines of a statement, or what was booked on its day and waits for one. */
@Component({
  selector: 'app-day-lines',
  imports: [Cell, DataGrid, EmptyState, Moment, MoneyView, RouterLink, Status, TranslatePipe],
  template: `
    <section [attr.aria-label]="title()">
      <h2>{{ title() }}</h2>
      <ui-data-grid
        exports
        [plain]="of().length === 0"
        [caption]="title()"
        [columns]="columns()"
        [list]="lines"
        [rowId]="rowId"
      >
        <ng-template uiCell="amount" let-row><ui-money [of]="row.amount" /></ng-template>
        <ng-template uiCell="fee" let-row>
          @if (row.fee; as fee) {
            <ui-money [of]="fee" />
          } @else {
            <span class="muted">–</span>
          }
        </ng-template>
        <ng-template uiCell="when" let-row><ui-moment form="exact" [at]="row.at" /></ng-template>
        <ng-template uiCell="found" let-row>
          @if (row.matched) {
            <ui-status tone="brand">{{ 'reconciliation.day.matched' | translate }}</ui-status>
          } @else {
            <ui-status tone="attention">{{
              (what() === 'lines' ? 'reconciliation.day.unmatched' : 'reconciliation.day.waits')
                | translate
            }}</ui-status>
          }
        </ng-template>
        <ng-template uiCell="entry" let-row>
          @if (row.journalId && seesLedger()) {
            <a [routerLink]="['/finance/ledger/journals', row.journalId]">{{
              'reconciliation.day.entry' | translate
            }}</a>
          } @else {
            <span class="muted">–</span>
          }
        </ng-template>
        <ui-empty-state
          grid-empty
          icon="scales"
          [heading]="'reconciliation.empty.' + what() | translate"
          [text]="'reconciliation.emptyText.' + what() | translate"
        />
      </ui-data-grid>
    </section>
  `,
  styles: `
    h2 {
      margin-block-end: var(--s3);
      font-size: var(--t16);
    }
  `,
})
export class DayLines {
  private readonly say = inject(Say);
  private readonly ability = inject(Ability);
  readonly what = input.required<'lines' | 'waiting'>();
  readonly of = input.required<readonly Line[]>();
  protected readonly lines = { rows: this.of };
  protected readonly seesLedger = computed(() => this.ability.can('inspect', 'Ledger'));
  protected readonly title = computed(() => this.say.it(`reconciliation.day.${this.what()}`));
  private readonly column = columnsFrom<Line>('reconciliation.columns');
  protected readonly columns = computed((): Column<Line>[] => [
    this.column('reference', ({ reference }) => reference, { card: 'title' }),
    this.column('kind', ({ kind }) => this.say.it(`reconciliation.lines.${kind}`)),
    this.column('amount', ({ amount }) => this.say.money(amount, 'full'), { align: 'end' }),
    this.column('fee', ({ fee }) => (fee ? this.say.money(fee, 'full') : '–'), { align: 'end' }),
    this.column('when', ({ at }) => at),
    this.column('found', ({ matched }) =>
      this.say.it(`reconciliation.day.${matched ? 'matched' : 'unmatched'}`),
    ),
    this.column('entry', ({ journalId }) => journalId ?? '–'),
    this.column('utr', ({ utr }) => utr ?? '–', { extra: true }),
  ]);
  /** The same thing may stand on a statement twice. */
  protected readonly rowId = (line: Line) =>
    `${line.kind} ${line.reference} ${line.at} ${line.amount.amountMinor} ${this.of().indexOf(line)}`;
}
