import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import type { StaffAction } from '@wire/audit';
import { Address } from '@ui/app/address';
import { listing } from '@ui/app/listing';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { EmptyState } from '@ui/empty-state';
import { type ActiveFilter, FilterBar } from '@ui/filter-bar';
import { FilterDate } from '@ui/filter-date';
import { FilterSelect } from '@ui/filter-select';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { Now } from '@ui/now';
import { PageHeader } from '@ui/page-header';
import { Status } from '@ui/status';
import { AuditApi } from '../audit.api';
import { AuditWords } from '../audit-words';
import { pathOf, queryOf, type Standing, standingOf } from './standing';
import { subjects, verbs } from './subjects';

type Change = Partial<Record<'who' | 'did' | 'subject' | 'about' | 'from' | 'to', string | null>>;
const tones = { intact: 'brand', recording: 'neutral', altered: 'danger' } as const;

/** Who of the staff looked at or did what: every line is covered by the record. */
@Component({
  selector: 'app-audit-log',
  imports: [
    Button,
    Cell,
    DataGrid,
    EmptyState,
    FilterBar,
    FilterDate,
    FilterSelect,
    Moment,
    PageHeader,
    RouterLink,
    Status,
    TranslatePipe,
  ],
  templateUrl: './log.html',
  styleUrl: './log.scss',
})
export class AuditLog {
  private readonly api = inject(AuditApi);
  private readonly address = inject(Address);
  private readonly say = inject(Say);
  private readonly words = inject(AuditWords);
  private readonly now = inject(Now);
  /** From the address. */
  readonly who = input<string>();
  readonly did = input<string>();
  readonly subject = input<string>();
  readonly about = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();

  protected readonly list = listing<StaffAction>((after) =>
    this.api.log(
      {
        staffId: this.who(),
        action: this.did(),
        subject: this.subject(),
        about: this.about(),
        from: this.from() && `${this.from()}T00:00:00.000Z`,
        to: this.to() && `${this.to()}T23:59:59.999Z`,
      },
      after,
    ),
  );
  protected readonly crumbs = computed(() =>
    this.words.crumbs({ label: this.say.it('audit.log.heading') }),
  );
  protected readonly deeds = computed(() =>
    verbs.map((value) => ({ value, label: this.verb(value) })),
  );
  protected readonly things = computed(() =>
    subjects.map((value) => ({ value, label: this.thing(value) })),
  );
  /** A person of the staff is a filter by a click on the name; it is told by name as soon as known. */
  protected readonly active = computed((): ActiveFilter[] => {
    const who = this.who();
    if (!who) return [];
    const name = this.list.rows()?.find(({ staff }) => staff.id === who)?.staff.name ?? who;
    return [{ id: 'who', label: name }];
  });
  private readonly column = columnsFrom<StaffAction>('audit.log.columns');
  protected readonly columns = computed((): Column<StaffAction>[] => [
    this.column('at', ({ at }) => at),
    this.column('who', ({ staff }) => staff.name, { card: 'title' }),
    this.column('roles', ({ roles }) => roles.map((role) => this.role(role)).join(', ')),
    this.column('did', ({ action, subject }) => `${this.verb(action)} ${this.thing(subject)}`),
    this.column('about', ({ path }) => pathOf(path)),
    this.column('asked', ({ path }) => queryOf(path), { extra: true }),
    this.column('status', ({ status }) => String(status), { extra: true }),
    this.column('purpose', ({ purpose }) => purpose ?? ''),
    this.column('address', ({ address }) => address),
    this.column('standing', (row) => this.say.it(`audit.log.standing.${this.standing(row)}`)),
    this.column('correlation', ({ correlationId }) => correlationId, { extra: true }),
  ]);
  protected readonly rowId = ({ id }: StaffAction) => id;
  protected readonly tones = tones;
  protected readonly pathOf = pathOf;

  protected standing(row: StaffAction): Standing {
    return standingOf(row, this.now.at());
  }
  protected go(queryParams: Change): void {
    this.address.change(queryParams);
  }
  private role(role: string): string {
    return this.words.known(`shell.roles.${role}`, role);
  }
  private verb(action: string): string {
    return this.words.known(`audit.verbs.${action}`, action);
  }
  private thing(subject: string): string {
    return this.words.known(`audit.subjects.${subject}`, subject);
  }
}
