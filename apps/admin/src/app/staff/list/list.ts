import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { StaffMember } from '@wire/access';
import { staffRoles } from '@wire/permissions';
import { listing } from '@ui/app/listing';
import { Say } from '@ui/app/say';
import { EmptyState } from '@ui/empty-state';
import { FilterSelect } from '@ui/filter-select';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { Status } from '@ui/status';
import { StaffApi } from '../staff.api';

/** Everybody of staff: their roles, what is lent to them, when they were last here. */
@Component({
  selector: 'app-staff-list',
  imports: [Cell, DataGrid, EmptyState, FilterSelect, Moment, PageHeader, Status, TranslatePipe],
  templateUrl: './list.html',
})
export class StaffList {
  private readonly api = inject(StaffApi);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  /** From the address. */
  readonly role = input<string>();

  protected readonly list = listing<StaffMember>((after) =>
    this.api.members(
      staffRoles.find((one) => one === this.role()),
      after,
    ),
  );
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('staff.heading') },
  ]);
  protected readonly choices = computed(() =>
    staffRoles.map((value) => ({ value, label: this.say.it(`shell.roles.${value}`) })),
  );
  private readonly column = columnsFrom<StaffMember>('staff.columns');
  protected readonly columns = computed((): Column<StaffMember>[] => [
    this.column('name', ({ name }) => name, { card: 'title' }),
    this.column('roles', ({ roles }) => roles.map(this.roleWord).join(', ')),
    this.column('lent', ({ lent }) => lent.map(({ role }) => this.roleWord(role)).join(', ')),
    this.column('seen', ({ lastSeenAt }) => lastSeenAt ?? ''),
    this.column('sessions', ({ sessions }) => String(sessions), { align: 'end' }),
    this.column('id', ({ id }) => id, { extra: true }),
  ]);
  protected readonly rowId = ({ id }: StaffMember) => id;
  protected readonly roleWord = (role: string) => this.say.it(`shell.roles.${role}`);

  protected filter(role: string): void {
    void this.router.navigate([], { queryParams: { role: role || null }, replaceUrl: true });
  }
  /** Roles are given and taken on the page of the person. */
  protected open({ id }: StaffMember): void {
    void this.router.navigate(['/users', id]);
  }
}
