import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { type Elevation, elevationState } from '@wire/access';
import { Ability, Can } from '@ui/app/ability';
import { listing } from '@ui/app/listing';
import { asProblem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Session } from '@ui/app/session';
import { Button } from '@ui/button';
import { EmptyState } from '@ui/empty-state';
import { FilterSelect } from '@ui/filter-select';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { PageHeader } from '@ui/page-header';
import { ProblemWords } from '@ui/problem-words';
import { Status } from '@ui/status';
import { Toasts } from '@ui/toasts';
import { AskElevation } from '../ask/ask';
import { ElevationsApi } from '../elevations.api';

const tones = {
  asked: 'info',
  active: 'attention',
  refused: 'danger',
  ended: 'neutral',
} as const satisfies Record<Elevation['state'], string>;

/** Roles for an hour: who asked, who has one now, whose time is over. */
@Component({
  selector: 'app-elevations',
  imports: [
    AskElevation,
    Button,
    Can,
    Cell,
    DataGrid,
    EmptyState,
    FilterSelect,
    Moment,
    PageHeader,
    RouterLink,
    Status,
    TranslatePipe,
  ],
  providers: [ProblemWords],
  templateUrl: './list.html',
})
export class Elevations {
  private readonly api = inject(ElevationsApi);
  private readonly router = inject(Router);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(ProblemWords);
  private readonly session = inject(Session);
  private readonly ability = inject(Ability);
  /** From the address. */
  readonly state = input<string>();

  protected readonly asking = signal<'elevation' | 'glass' | null>(null);
  protected readonly list = listing<Elevation>((after) =>
    this.api.find(
      elevationState.options.find((one) => one === this.state()),
      after,
    ),
  );
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('elevations.heading') },
  ]);
  protected readonly choices = computed(() =>
    elevationState.options.map((value) => ({
      value,
      label: this.say.it(`elevations.states.${value}`),
    })),
  );
  private readonly column = columnsFrom<Elevation>('elevations.columns');
  protected readonly columns = computed((): Column<Elevation>[] => [
    this.column('who', ({ account }) => account.name, { card: 'title' }),
    this.column('role', ({ role }) => this.say.it(`shell.roles.${role}`)),
    this.column('state', ({ state }) => this.say.it(`elevations.states.${state}`)),
    this.column('reason', ({ reason }) => reason),
    this.column('asked', ({ askedAt }) => askedAt),
    this.column('until', ({ until }) => until ?? ''),
    this.column('act', () => ''),
  ]);
  protected readonly rowId = ({ id }: Elevation) => id;
  protected readonly toneOf = ({ state }: Elevation) => tones[state];

  protected filter(state: string): void {
    void this.router.navigate([], { queryParams: { state: state || null }, replaceUrl: true });
  }
  protected mayEnd({ state, isMine }: Elevation): boolean {
    return state === 'active' && (isMine || this.ability.can('grant', 'Role'));
  }
  protected giveBack({ id, isMine }: Elevation): void {
    this.api.giveBack(id).subscribe({
      next: () => {
        this.toasts.say({ text: this.say.it('elevations.givenBack') });
        this.list.refresh();
        // What the screens offer follows what one may do from now on.
        if (isMine) void this.session.start();
      },
      error: (thrown: unknown) => this.toasts.fail(this.problems.transform(asProblem(thrown))),
    });
  }
  protected answered(): void {
    this.asking.set(null);
    this.list.refresh();
  }
}
