import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { type IpRule, ipRuleState } from '@wire/surface';
import { Can } from '@ui/app/ability';
import { Address } from '@ui/app/address';
import { listing } from '@ui/app/listing';
import { asProblem } from '@ui/app/problem';
import { pulse } from '@ui/app/pulse';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Confirmation } from '@ui/confirm';
import { Desk } from '@ui/desk';
import { EmptyState } from '@ui/empty-state';
import { FilterSelect } from '@ui/filter-select';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { ProblemWords } from '@ui/problem-words';
import { Status } from '@ui/status';
import { Toasts } from '@ui/toasts';
import { surfaceDesk } from '../desk';
import { SurfaceApi } from '../surface.api';
import { AddRule } from './add-rule';

/** Who is kept out or let in, by whom and until when, and the way to end it. */
@Component({
  selector: 'app-ip-rules',
  imports: [
    AddRule,
    Button,
    Can,
    Cell,
    DataGrid,
    Desk,
    EmptyState,
    FilterSelect,
    Moment,
    RouterLink,
    Status,
    TranslatePipe,
  ],
  providers: [ProblemWords],
  templateUrl: './ip-rules.html',
  styles: `
    small {
      display: block;
      color: var(--muted);
    }
    .why {
      display: block;
      max-inline-size: 340px;
      padding-block: var(--s2);
      white-space: normal;
      line-height: 1.4;
    }
  `,
})
export class IpRules {
  protected readonly desk = surfaceDesk;
  private readonly api = inject(SurfaceApi);
  private readonly address = inject(Address);
  private readonly say = inject(Say);
  private readonly confirm = inject(Confirmation);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(ProblemWords);
  /** From the address: `active` unless said otherwise. */
  readonly state = input<string>();

  protected readonly shown = computed(() => this.state() ?? 'active');
  protected readonly list = listing<IpRule>((after) =>
    this.api.rules(ipRuleState.safeParse(this.shown()).data, after),
  );
  protected readonly adding = signal(false);
  protected readonly states = computed(() =>
    ipRuleState.options.map((value) => ({ value, label: this.say.it(`surface.states.${value}`) })),
  );
  private readonly column = columnsFrom<IpRule>('surface.columns');
  protected readonly columns = computed((): Column<IpRule>[] => [
    this.column('network', ({ network }) => network, { card: 'title' }),
    this.column('effect', ({ effect }) => this.say.it(`surface.effects.${effect}`)),
    this.column(
      'reason',
      ({ reason, note }) => `${this.say.it(`surface.reasons.${reason}`)}: ${note}`,
    ),
    this.column('by', ({ by }) => by.name),
    this.column('at', ({ at }) => at, { extra: true }),
    this.column('expiresAt', ({ expiresAt }) => expiresAt ?? ''),
    this.column('caseId', ({ caseId }) => caseId),
    this.column('state', ({ state }) => this.say.it(`surface.states.${state}`)),
    this.column('next', () => '', { align: 'end' }),
  ]);
  protected readonly rowId = ({ id }: IpRule) => id;

  constructor() {
    pulse(5_000).subscribe(() => this.list.refresh());
  }

  protected filter(state: string): void {
    // Nothing chosen is a choice, too: all of them.
    this.address.change({ state: state === 'active' ? null : state || 'all' });
  }
  protected added(): void {
    this.adding.set(false);
    this.list.refresh();
  }
  protected async lift({ id, network }: IpRule): Promise<void> {
    const sure = await this.confirm.ask({
      heading: this.say.it('surface.lift.heading', { network }),
      text: this.say.it('surface.lift.text'),
      verb: this.say.it('surface.lift.verb'),
    });
    if (!sure) return;
    this.api.lift(id).subscribe({
      next: () => {
        this.toasts.say({ text: this.say.it('surface.lift.done', { network }) });
        this.list.refresh();
      },
      error: (thrown: unknown) => this.toasts.fail(this.words.transform(asProblem(thrown))),
    });
  }
}
