import { Component, computed, inject } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { Trail } from '@wire/organisations';
import { isOrgRole } from '@wire/permissions/vocabulary';
import { EMPTY } from 'rxjs';
import { listing } from '@ui/app/listing';
import { Organisations } from '@ui/app/organisations';
import { Say } from '@ui/app/say';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { OrgApi } from '../org.api';

type Row = Trail['items'][number];

/** Who did what in the organisation, out of the record. */
@Component({
  selector: 'app-org-trail',
  imports: [Cell, DataGrid, Moment, PageHeader, TranslatePipe],
  template: `
    <ui-page-header
      [heading]="'org.trail.heading' | translate"
      [lead]="'org.trail.lead' | translate"
    />
    <ui-data-grid
      [caption]="'org.trail.heading' | translate"
      [columns]="columns()"
      [list]="list"
      [rowId]="rowId"
    >
      <ng-template uiCell="at" let-row><ui-moment [at]="row.at" form="exact" /></ng-template>
    </ui-data-grid>
  `,
})
export class OrgTrail {
  private readonly api = inject(OrgApi);
  private readonly organisations = inject(Organisations);
  private readonly say = inject(Say);
  protected readonly list = listing<Row>((after) => {
    const id = this.organisations.current()?.id;
    return id ? this.api.trail(id, after) : EMPTY;
  });
  protected readonly rowId = ({ id }: Row): string => id;
  private readonly column = columnsFrom<Row>('org.trail.columns');
  protected readonly columns = computed((): Column<Row>[] => [
    this.column('what', ({ what }) => this.say.it(`org.trail.facts.${what}`), { card: 'title' }),
    this.column('by', ({ by, byDirectory }) =>
      byDirectory ? this.say.it('org.trail.directory') : (by?.name ?? '–'),
    ),
    this.column('whom', ({ whom }) => whom?.name ?? '–'),
    this.column('about', ({ role, amount }) => {
      if (amount) return this.say.money(amount);
      if (role === null) return '–';
      return isOrgRole(role) ? this.say.it(`org.roles.${role}`) : role;
    }),
    this.column('at', ({ at }) => at),
  ]);
}
