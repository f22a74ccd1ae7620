import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { OrgStatement as Statement } from '@wire/organisations';
import { EMPTY } from 'rxjs';
import { answer } from '@ui/app/answer';
import { Organisations } from '@ui/app/organisations';
import { Say } from '@ui/app/say';
import { Words } from '@ui/app/words';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { EmptyState } from '@ui/empty-state';
import { ErrorState } from '@ui/error-state';
import { SelectField } from '@ui/form/select-field';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { PageHeader } from '@ui/page-header';
import { OrgApi } from '../org.api';
import { IssuedCard } from './issued-card';

type Line = Statement['lines'][number];
const months = 12;

/** All contracts of a month on one sheet, each line with its purchase order. */
@Component({
  selector: 'app-org-statement',
  imports: [
    Button,
    Card,
    Cell,
    DataGrid,
    EmptyState,
    ErrorState,
    IssuedCard,
    Moment,
    MoneyView,
    PageHeader,
    RouterLink,
    SelectField,
    TranslatePipe,
  ],
  template: `
    <ui-page-header
      [heading]="'org.statement.heading' | translate"
      [lead]="'org.statement.lead' | translate"
    >
      <a uiButton icon="download" [href]="file()" download>{{ 'org.statement.csv' | translate }}</a>
    </ui-page-header>
    <div class="stack gap-4">
      <ui-select-field
        [label]="'org.statement.month' | translate"
        [choices]="choices()"
        [value]="shown()"
        (valueChange)="show($event)"
      />
      <app-issued-card
        [organisation]="id()"
        [month]="shown()"
        [called]="name"
        [keepsBooks]="keepsBooks()"
      />
      @for (total of page.value()?.totals ?? []; track total.currency) {
        <ui-card>
          <dl>
            @for (what of kinds; track what) {
              <div>
                <dt>{{ 'org.statement.' + what | translate }}</dt>
                <dd><ui-money [of]="total[what]" /></dd>
              </div>
            }
          </dl>
        </ui-card>
      }
      @if (page.problem(); as problem) {
        <ui-error-state [problem]="problem" (retry)="page.load()" />
      } @else {
        <ui-data-grid
          [caption]="'org.statement.heading' | translate"
          [columns]="columns()"
          [list]="lines"
          [rowId]="rowId"
        >
          <ng-template uiCell="at" let-row><ui-moment [at]="row.at" /></ng-template>
          <ng-template uiCell="title" let-row>
            <a [routerLink]="['/contracts', row.contractId]">{{ row.title }}</a>
          </ng-template>
          <ng-template uiCell="amount" let-row><ui-money [of]="row.amount" /></ng-template>
          <ui-empty-state
            grid-empty
            icon="ledger"
            [heading]="'org.statement.none' | translate"
            [text]="'org.statement.noneText' | translate"
          />
        </ui-data-grid>
      }
    </div>
  `,
  styles: `
    ui-select-field {
      max-inline-size: 260px;
    }
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
      gap: var(--s4);
      margin: 0;
    }
    dt {
      color: var(--muted);
      font-size: var(--t13);
    }
    dd {
      margin: 0;
    }
  `,
})
export class OrgStatement {
  private readonly api = inject(OrgApi);
  private readonly organisations = inject(Organisations);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  private readonly words = inject(Words);
  /** From the address: `2026-11`, of UTC. */
  readonly month = input<string>();
  protected readonly kinds = ['funded', 'fees', 'released', 'refunded'] as const;
  protected readonly id = computed(() => this.organisations.current()?.id);
  protected readonly keepsBooks = computed(() =>
    (this.organisations.current()?.powers ?? []).includes('statements'),
  );
  private readonly now = new Date(Date.now()).toISOString().slice(0, 7);
  protected readonly shown = computed(() => this.month() ?? this.now);
  protected readonly page = answer(() => {
    const id = this.id();
    return id ? this.api.statement(id, this.shown()) : EMPTY;
  });
  protected readonly lines = { rows: () => this.page.value()?.lines };
  protected readonly file = computed(
    () => `/api/organisations/${this.id() ?? ''}/statement.csv?month=${this.shown()}`,
  );
  protected readonly choices = computed(() => {
    const [year = 2026, month = 1] = this.now.split('-').map(Number);
    return Array.from({ length: months }, (_, back) => {
      const at = new Date(Date.UTC(year, month - 1 - back, 1));
      const value = at.toISOString().slice(0, 7);
      return { value, label: this.name(value) };
    });
  });
  /** `2026-10` in words. */
  protected readonly name = (month: string): string =>
    new Intl.DateTimeFormat(this.words.language(), {
      ...{ month: 'long', year: 'numeric', timeZone: 'UTC' },
    }).format(new Date(`${month}-01T00:00:00Z`));
  protected readonly rowId = ({ id }: Line): string => id;
  private readonly column = columnsFrom<Line>('org.statement.columns');
  protected readonly columns = computed((): Column<Line>[] => [
    this.column('title', ({ title }) => title, { card: 'title' }),
    this.column('kind', ({ kind }) => this.say.it(`org.statement.${kind}`)),
    this.column('at', ({ at }) => at),
    this.column('workspace', ({ workspace }) => workspace),
    this.column('purchaseOrder', (line) => line.purchaseOrder ?? '–'),
    this.column('costCentre', ({ costCentre }) => costCentre ?? '–'),
    this.column('amount', ({ amount }) => this.say.money(amount), { align: 'end' }),
  ]);

  protected show(month: string): void {
    const queryParams = { month: month === this.now ? null : month };
    void this.router.navigate([], { queryParams });
  }
}
