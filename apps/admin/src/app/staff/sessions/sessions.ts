import { Component, computed, inject } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { StaffSession } from '@wire/access';
import { Can } from '@ui/app/ability';
import { listing } from '@ui/app/listing';
import { asProblem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Confirmation } from '@ui/confirm';
import { EmptyState } from '@ui/empty-state';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { ProblemWords } from '@ui/problem-words';
import { Status } from '@ui/status';
import { Toasts } from '@ui/toasts';
import { StaffApi } from '../staff.api';

/** Where staff is signed in right now; whoever grants roles may end a session. */
@Component({
  selector: 'app-staff-sessions',
  imports: [Button, Can, Cell, DataGrid, EmptyState, Moment, PageHeader, Status, TranslatePipe],
  providers: [ProblemWords],
  templateUrl: './sessions.html',
})
export class StaffSessions {
  private readonly api = inject(StaffApi);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(ProblemWords);
  private readonly confirmation = inject(Confirmation);

  protected readonly list = listing<StaffSession>((after) => this.api.sessions(after));
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('staff.sessions.heading') },
  ]);
  private readonly column = columnsFrom<StaffSession>('staff.sessions.columns');
  protected readonly columns = computed((): Column<StaffSession>[] => [
    this.column('who', ({ account }) => account.name, { card: 'title' }),
    this.column('roles', ({ roles }) =>
      roles.map((r) => this.say.it(`shell.roles.${r}`)).join(', '),
    ),
    this.column('device', ({ device }) => device),
    this.column('seen', ({ lastSeenAt }) => lastSeenAt),
    this.column('begun', ({ createdAt }) => createdAt),
    this.column('end', () => ''),
  ]);
  protected readonly rowId = ({ id }: StaffSession) => id;

  protected async end({ id, account, device }: StaffSession): Promise<void> {
    const sure = await this.confirmation.ask({
      heading: this.say.it('staff.sessions.endHeading', { name: account.name }),
      text: this.say.it('staff.sessions.endText', { device }),
      verb: this.say.it('staff.sessions.end'),
      danger: true,
    });
    if (!sure) return;
    this.api.end(id).subscribe({
      next: () => {
        this.list.change((rows) => rows.filter((row) => row.id !== id));
        this.toasts.say({ text: this.say.it('staff.sessions.ended') });
      },
      error: (thrown: unknown) => this.toasts.fail(this.problems.transform(asProblem(thrown))),
    });
  }
}
