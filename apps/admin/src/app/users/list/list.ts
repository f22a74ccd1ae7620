import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { type Role, roles } from '@wire/permissions';
import { Address } from '@ui/app/address';
import { listing } from '@ui/app/listing';
import { Say } from '@ui/app/say';
import { EmptyState } from '@ui/empty-state';
import { FilterBar } from '@ui/filter-bar';
import { FilterSelect } from '@ui/filter-select';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { Status } from '@ui/status';
import { type UserRow, UsersApi } from '../users.api';

/** People by name or mail, with their roles. */
@Component({
  selector: 'app-user-list',
  imports: [
    Cell,
    DataGrid,
    EmptyState,
    FilterBar,
    FilterSelect,
    Moment,
    PageHeader,
    Status,
    TranslatePipe,
  ],
  templateUrl: './list.html',
})
export class UserList {
  private readonly api = inject(UsersApi);
  private readonly address = inject(Address);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  /** From the address. */
  readonly q = input<string>();
  readonly role = input<string>();
  private readonly wanted = computed(() =>
    roles.find((role): role is Role => role === this.role()),
  );

  protected readonly list = listing<UserRow>((after) =>
    this.api.find(this.q() ?? '', this.wanted(), after),
  );
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('users.heading') },
  ]);
  protected readonly choices = computed(() =>
    roles.map((value) => ({ value, label: this.say.it(`shell.roles.${value}`) })),
  );
  private readonly column = columnsFrom<UserRow>('users.columns');
  protected readonly columns = computed((): Column<UserRow>[] => [
    this.column('name', ({ name }) => name, { card: 'title' }),
    this.column('email', ({ email }) => email),
    this.column('roles', (row) => row.roles.map((r) => this.say.it(`shell.roles.${r}`)).join(', ')),
    this.column('country', ({ country }) => country),
    this.column('verified', ({ emailVerified }) =>
      this.say.it(emailVerified ? 'users.verified' : 'users.unverified'),
    ),
    this.column('joined', ({ createdAt }) => createdAt),
    this.column('id', ({ id }) => id, { extra: true }),
  ]);
  protected readonly rowId = ({ id }: UserRow) => id;

  protected filter(change: { q?: string | null; role?: string | null }): void {
    this.address.change(change);
  }
  protected open({ id }: UserRow): void {
    void this.router.navigate(['/users', id]);
  }
}
