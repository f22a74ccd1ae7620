import { Component, computed, inject, input, viewChildren } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { catchError, map, of } from 'rxjs';
import { Ability, Can } from '@ui/app/ability';
import { Address } from '@ui/app/address';
import { answer } from '@ui/app/answer';
import { pulse } from '@ui/app/pulse';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Copy } from '@ui/copy';
import { ErrorState } from '@ui/error-state';
import { Moment } from '@ui/moment';
import { MoneyStrip } from '@ui/money-strip';
import { MoneyView } from '@ui/money';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Status } from '@ui/status';
import { Tabs } from '@ui/tabs';
import { Updated } from '@ui/updated';
import { ContractStatus } from '../contract-state';
import { ContractsApi } from '../contracts.api';
import { MoneyDesk } from '../desk/money-desk';
import { ContractRecord } from '../record/record';

/** One contract twice: what the read model says, and the events it is made of. */
@Component({
  selector: 'app-contract',
  imports: [
    Button,
    Can,
    ContractRecord,
    ContractStatus,
    Copy,
    ErrorState,
    Moment,
    MoneyDesk,
    MoneyStrip,
    MoneyView,
    PageHeader,
    RouterLink,
    Skeleton,
    Status,
    Tabs,
    TranslatePipe,
    Updated,
  ],
  templateUrl: './contract.html',
  styleUrl: './contract.scss',
})
export class ContractPage {
  private readonly api = inject(ContractsApi);
  private readonly address = inject(Address);
  private readonly say = inject(Say);
  private readonly ability = inject(Ability);
  /** From the address. */
  readonly id = input.required<string>();
  readonly tab = input<string>();

  protected readonly contract = answer(() => this.api.one(this.id()));
  /** How far behind the slowest read model is; unknown to those who may not look at them. */
  protected readonly lag = answer(() =>
    this.ability.can('inspect', 'Projection')
      ? this.api.projections().pipe(
          map(({ items }) => ({
            events: Math.max(0, ...items.map(({ behindEvents }) => behindEvents)),
            seconds: Math.round(Math.max(0, ...items.map(({ behindSeconds }) => behindSeconds))),
          })),
          catchError(() => of(null)),
        )
      : of(null),
  );
  protected readonly mayStream = computed(() => this.ability.can('inspect', 'Stream'));
  protected readonly mayAccount = computed(() => this.ability.can('inspect', 'Account'));
  protected readonly streams = computed(() => [`contract-${this.id()}`, `escrow-${this.id()}`]);
  protected readonly shown = computed(() =>
    this.mayStream() && this.tab() === 'events' ? 'events' : 'model',
  );
  protected readonly tabs = computed(() => [
    { id: 'model', label: this.say.it('contracts.tabs.model') },
    ...(this.mayStream() ? [{ id: 'events', label: this.say.it('contracts.tabs.events') }] : []),
  ]);
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('contracts.heading'), link: '/contracts' },
    { label: this.contract.value()?.title ?? this.say.it('contracts.one') },
  ]);
  protected readonly sides = ['client', 'provider'] as const;
  protected readonly parts = computed(() => {
    const money = this.contract.value()?.money;
    if (!money) return [];
    const part = (id: keyof typeof money, kind: 'held' | 'waiting' | 'plain') => ({
      id,
      label: this.say.it(`contracts.money.${id}`),
      amount: money[id],
      kind,
    });
    return [
      part('held', 'held'),
      part('inReview', 'waiting'),
      part('released', 'plain'),
      part('refunded', 'plain'),
      part('fees', 'plain'),
    ];
  });
  private readonly records = viewChildren(ContractRecord);

  constructor() {
    /* Hints are for the parties of a contract; staff ask again. */
    pulse(5_000).subscribe(() => this.refresh());
  }

  protected show(tab: string): void {
    this.address.change({ tab: tab === 'model' ? null : tab });
  }
  private refresh(): void {
    this.contract.refresh();
    this.lag.refresh();
    for (const record of this.records()) record.refresh();
  }
}
