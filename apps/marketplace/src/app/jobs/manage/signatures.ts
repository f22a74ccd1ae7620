import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { Signatures as Found } from '@wire/confidentiality';
import { listing } from '@ui/app/listing';
import { Say } from '@ui/app/say';
import { EmptyState } from '@ui/empty-state';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { JobsApi } from '../jobs.api';

type Row = Found['items'][number];

/** Who may read the brief: who signed, when, and which text. */
@Component({
  selector: 'app-signatures',
  imports: [Cell, DataGrid, EmptyState, Moment, RouterLink, TranslatePipe],
  template: `
    <ui-data-grid
      [caption]="'jobs.signatures.heading' | translate"
      [columns]="columns()"
      [list]="list"
      [rowId]="rowId"
    >
      <ng-template uiCell="by" let-row>
        <a [routerLink]="['/talent', row.by.slug]"
          ><bdi>{{ row.by.name }}</bdi></a
        >
      </ng-template>
      <ng-template uiCell="version" let-row>
        <a [routerLink]="['/jobs', jobId(), 'sign']" [queryParams]="{ text: row.sha256 }">{{
          textOf(row)
        }}</a>
      </ng-template>
      <ng-template uiCell="at" let-row><ui-moment form="exact" [at]="row.at" /></ng-template>
      <ui-empty-state
        grid-empty
        icon="key"
        [heading]="'jobs.signatures.none' | translate"
        [text]="'jobs.signatures.noneText' | translate"
      />
    </ui-data-grid>
  `,
})
export class Signatures {
  private readonly api = inject(JobsApi);
  private readonly say = inject(Say);
  readonly jobId = input.required<string>();
  protected readonly list = listing<Row>((after) => this.api.signatures(this.jobId(), after));
  protected readonly rowId = ({ id }: Row): string => id;
  private readonly column = columnsFrom<Row>('jobs.signatures.columns');
  protected readonly columns = computed((): Column<Row>[] => [
    this.column('by', ({ by }) => by.name, { card: 'title' }),
    this.column('name', ({ name }) => name),
    this.column('at', ({ at }) => at),
    this.column('version', (row) => this.textOf(row)),
    this.column('sha256', ({ sha256 }) => sha256.slice(0, 12)),
  ]);

  protected textOf({ version }: Row): string {
    return version
      ? this.say.it('jobs.signatures.version', { version })
      : this.say.it('jobs.signatures.house');
  }
}
