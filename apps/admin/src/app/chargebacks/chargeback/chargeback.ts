import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { Ability, Can } from '@ui/app/ability';
import { answer } from '@ui/app/answer';
import { pulse } from '@ui/app/pulse';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Card } from '@ui/card';
import { Copy } from '@ui/copy';
import { ErrorState } from '@ui/error-state';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { NextStep } from '@ui/next-step';
import { Now } from '@ui/now';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { type RailStep, StateRail } from '@ui/state-rail';
import { Timeline, type TimelineEntry } from '@ui/timeline';
import { Updated } from '@ui/updated';
import { ChargebackStatus } from '../chargeback-state';
import { ChargebacksApi } from '../chargebacks.api';
import { nextOf, phasesOf } from '../standing';
import { AnswerBank } from './answer-bank';
import { lookOf } from './steps';
import { Waterfall } from './waterfall';

/** One chargeback: how far the bank is, who bears it, what we sent, and what happens next. */
@Component({
  selector: 'app-chargeback',
  imports: [
    AnswerBank,
    Button,
    Can,
    Card,
    ChargebackStatus,
    Copy,
    ErrorState,
    Moment,
    MoneyView,
    NextStep,
    PageHeader,
    RouterLink,
    Skeleton,
    StateRail,
    Timeline,
    TranslatePipe,
    Updated,
    Waterfall,
  ],
  templateUrl: './chargeback.html',
  styleUrl: './chargeback.scss',
})
export class ChargebackPage {
  private readonly api = inject(ChargebacksApi);
  private readonly say = inject(Say);
  private readonly ability = inject(Ability);
  private readonly now = inject(Now);
  /** From the address. */
  readonly id = input.required<string>();

  protected readonly chargeback = answer(() => this.api.one(this.id()));
  protected readonly answering = signal(false);
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('chargebacks.heading'), link: '/finance/chargebacks' },
    { label: this.chargeback.value()?.contractTitle ?? this.say.it('chargebacks.one') },
  ]);
  protected readonly next = computed(() => {
    const value = this.chargeback.value();
    return value ? nextOf(value, this.now.at()) : 'bank';
  });
  protected readonly over = computed(() => ['won', 'lost', 'closed'].includes(this.next()));
  protected readonly mine = computed(
    () => this.next() === 'answer' && this.ability.can('answer', 'Chargeback'),
  );
  protected readonly names = computed(() => ({
    client: this.chargeback.value()?.client.name ?? '',
    phase: this.phase(),
  }));
  protected readonly phase = computed(() => {
    const phase = this.chargeback.value()?.phase;
    return phase ? this.say.it(`chargebacks.phases.${phase}`) : '';
  });
  protected readonly rail = computed((): RailStep[] => {
    const value = this.chargeback.value();
    if (!value) return [];
    const until = value.respondBy;
    const due = until && !this.over() && !value.answered ? this.say.day(until) : null;
    return [
      ...phasesOf(value, this.over()).map((id) => ({
        id,
        label: this.say.it(`chargebacks.phases.${id}`),
        ...(id === value.phase && due
          ? { note: this.say.it('chargebacks.until', { day: due }) }
          : {}),
      })),
      { id: 'over', label: this.say.it(`chargebacks.ends.${value.outcome ?? 'open'}`) },
    ];
  });
  /** After a win nothing is left to do; a loss stops the rail where it was lost. */
  protected readonly current = computed(() => {
    const value = this.chargeback.value();
    if (value?.outcome === 'won') return 'done';
    return this.over() ? 'over' : (value?.phase ?? '');
  });
  protected readonly reason = computed(() => {
    const code = this.chargeback.value()?.reasonCode ?? '';
    const key = `chargebacks.reasons.${code}`;
    const words = this.say.it(key);
    return words === key ? code : words;
  });
  protected readonly alarms = computed(() =>
    (this.chargeback.value()?.alarms ?? [])
      .map((share) => this.say.percent(share * 100))
      .join(', '),
  );
  protected readonly timeline = computed((): TimelineEntry[] =>
    (this.chargeback.value()?.steps ?? [])
      .map(({ event, at }, index) => ({
        id: `${index}`,
        title: this.say.it(`chargebacks.facts.${event}`),
        at,
        ...lookOf(event),
      }))
      .toReversed(),
  );

  constructor() {
    pulse(5_000).subscribe(() => this.chargeback.refresh());
  }

  protected answered(): void {
    this.answering.set(false);
    this.chargeback.refresh();
  }
}
