import { Component, computed, effect, inject, input, linkedSignal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { EMPTY } from 'rxjs';
import { Address } from '@ui/app/address';
import { answer } from '@ui/app/answer';
import { Say } from '@ui/app/say';
import { Card } from '@ui/card';
import { ErrorState } from '@ui/error-state';
import { FilterSelect } from '@ui/filter-select';
import { fieldOf, instantIn } from '@ui/instants';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { TimeSlider } from '@ui/time-slider';
import { AuditWords } from '../audit-words';
import { AccountAt } from './account-at';
import { ContractAt } from './contract-at';
import { DifferenceOf } from './difference-of';
import { ReplayFinder } from './finder';
import { instantOr, spanOf, spans, timeOf } from './in-time';
import { type Axis, ReplayApi } from './replay.api';
import { TrialAt } from './trial-at';

type Change = Partial<Record<'at' | 'axis' | 'span' | 'to', string | null>>;

/** The time machine: what the ledger said at an instant, of everything, of an account, of a contract. */
@Component({
  selector: 'app-replay',
  imports: [
    AccountAt,
    Card,
    ContractAt,
    DifferenceOf,
    ErrorState,
    FilterSelect,
    PageHeader,
    ReplayFinder,
    RouterLink,
    Skeleton,
    TimeSlider,
    TranslatePipe,
    TrialAt,
  ],
  templateUrl: './replay.html',
  styleUrl: './replay.scss',
})
export class Replay {
  private readonly api = inject(ReplayApi);
  private readonly address = inject(Address);
  private readonly say = inject(Say);
  private readonly words = inject(AuditWords);
  /** From the address. */
  readonly account = input<string>();
  readonly contract = input<string>();
  readonly at = input<string>();
  readonly span = input<string>();
  readonly to = input<string>();
  readonly axis = input<Axis, string | undefined>('effective', {
    transform: (text) => (text === 'recorded' ? text : 'effective'),
  });

  private readonly opened = Date.now();
  private timer?: ReturnType<typeof setTimeout>;
  /** What is asked for: the slider runs ahead of it while it is moved. */
  protected readonly asked = computed(() => instantOr(this.at(), this.opened));
  protected readonly shown = linkedSignal(() => this.asked());
  protected readonly other = computed(() => {
    const to = this.to();
    return to ? instantOr(to, this.opened) : null;
  });
  protected readonly otherField = computed(() => {
    const other = this.other();
    return other === null ? '' : fieldOf(other);
  });

  protected readonly replay = answer(() => {
    const id = this.contract();
    return id ? this.api.contract(id) : EMPTY;
  });
  /** The newest entries of the account are where the slider has its marks. */
  private readonly newest = answer(() => {
    const account = this.account();
    const when = { at: new Date(this.opened).toISOString(), axis: this.axis() };
    return account ? this.api.why(account, when) : EMPTY;
  });
  protected readonly marks = computed((): number[] => {
    if (this.contract())
      return (this.replay.value()?.steps ?? []).map((step) => timeOf(step, this.axis()));
    return (this.newest.value()?.items ?? []).map(({ recordedAt, effectiveAt }) =>
      Date.parse(this.axis() === 'recorded' ? recordedAt : effectiveAt),
    );
  });
  protected readonly range = computed(() => spanOf(this.span(), this.marks(), this.opened));
  /** The difference of a contract is that of its money in escrow. */
  protected readonly compared = computed(() => {
    const contract = this.contract();
    const currency = this.replay.value()?.currency;
    return contract && currency ? `escrow:${contract}:${currency}` : this.account();
  });
  protected readonly subject = computed(() => {
    const contract = this.contract();
    if (contract) return this.say.it('audit.replay.contractOf', { title: contract });
    return this.account() ?? this.say.it('audit.replay.trial');
  });
  /** Where the same thing stands as it is today. */
  protected readonly link = computed(() => {
    const [contract, account] = [this.contract(), this.account()];
    if (contract) return ['/contracts', contract];
    return account ? ['/finance/ledger/accounts', account] : ['/finance/ledger'];
  });
  protected readonly axes = computed(() => [
    { value: 'recorded', label: this.say.it('audit.replay.axes.recorded') },
  ]);
  protected readonly spans = computed(() =>
    spans.map((days) => ({
      value: String(days),
      label: this.say.it(`audit.replay.spans.${days}`),
    })),
  );
  protected readonly crumbs = computed(() =>
    this.words.crumbs({ label: this.say.it('audit.replay.heading') }),
  );

  constructor() {
    // Whoever moves on to another account begins where the slider stands in the address.
    effect((onCleanup) => {
      this.contract();
      this.account();
      untracked(() => clearTimeout(this.timer));
      onCleanup(() => clearTimeout(this.timer));
    });
  }

  /** A moment after the last move: a slider passes many instants that nobody asks about. */
  protected travel(at: number): void {
    this.shown.set(at);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.go({ at: new Date(at).toISOString() }), 200);
  }
  protected compare(field: string): void {
    const at = instantIn(field);
    this.go({ to: at === null ? null : new Date(at).toISOString() });
  }
  protected go(queryParams: Change): void {
    this.address.change(queryParams);
  }
}
