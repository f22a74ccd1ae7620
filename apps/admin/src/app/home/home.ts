import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { isZero } from '@money';
import { TranslatePipe } from '@ngx-translate/core';
import { type Observable, of } from 'rxjs';
import { Ability } from '@ui/app/ability';
import { answer } from '@ui/app/answer';
import { pulse } from '@ui/app/pulse';
import { Say } from '@ui/app/say';
import { Session } from '@ui/app/session';
import { EmptyState } from '@ui/empty-state';
import { ErrorState } from '@ui/error-state';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Status, type Tone } from '@ui/status';
import { Updated } from '@ui/updated';
import type { Action, Subject } from '@wire/permissions';
import { ApprovalsWaiting } from './approvals-waiting';
import { HoldsToReview } from './holds-to-review';
import { HomeApi, type WaitingPayout } from './home.api';

interface Reading {
  readonly id: string;
  readonly link: string;
  readonly tone: Tone;
  readonly text: string;
}

/** What waits for this person first; then, in a line each, whether the house stands. */
@Component({
  selector: 'app-home',
  imports: [
    ApprovalsWaiting,
    EmptyState,
    ErrorState,
    HoldsToReview,
    Moment,
    MoneyView,
    PageHeader,
    RouterLink,
    Skeleton,
    Status,
    TranslatePipe,
    Updated,
  ],
  templateUrl: './home.html',
  styleUrl: './home.scss',
})
export class Home {
  private readonly api = inject(HomeApi);
  private readonly ability = inject(Ability);
  private readonly say = inject(Say);
  protected readonly session = inject(Session);

  protected readonly payouts = answer(() => this.allowed(this.decides(), () => this.api.payouts()));
  protected readonly ledger = answer(() =>
    this.allowed(this.may('Ledger'), () => this.api.trialBalance()),
  );
  protected readonly queues = answer(() =>
    this.allowed(this.may('Queue'), () => this.api.queues()),
  );
  protected readonly projections = answer(() =>
    this.allowed(this.may('Projection'), () => this.api.projections()),
  );
  protected readonly decides = computed(
    () => this.can('prepare', 'Payout') || this.can('approve', 'Payout'),
  );
  protected readonly decidesApprovals = computed(() => this.can('decide', 'Approval'));
  protected readonly reviewsHolds = computed(() => this.can('lift', 'Hold'));
  /** The oldest first: it has waited longest. */
  protected readonly mine = computed(() =>
    this.payouts
      .value()
      ?.items.filter((row) => this.waitsForMe(row))
      .toReversed(),
  );
  protected readonly house = computed(() =>
    [this.ledgerReading(), this.queueReading(), this.projectionReading()].filter(
      (reading) => reading !== null,
    ),
  );
  private readonly sources = [this.payouts, this.ledger, this.queues, this.projections];
  protected readonly problem = computed(
    () => this.sources.map((source) => source.problem()).find(Boolean) ?? null,
  );
  protected readonly stale = computed(() => this.sources.some((source) => source.stale()));

  constructor() {
    pulse(5_000).subscribe(() => this.refresh());
  }

  protected refresh(): void {
    for (const source of this.sources) source.refresh();
  }
  protected what(row: WaitingPayout): string {
    return this.say.it(`home.waits.${row.approvalId ? 'approve' : 'prepare'}`);
  }
  private waitsForMe({ provider, approvalId, preparedBy }: WaitingPayout): boolean {
    const me = this.session.viewer()?.id;
    if (provider.id === me || (approvalId && preparedBy?.id === me)) return false;
    return this.can(approvalId ? 'approve' : 'prepare', 'Payout');
  }
  private ledgerReading(): Reading | null {
    const value = this.ledger.value();
    if (!value) return null;
    const off = value.currencies.find(({ difference }) => !isZero(difference));
    return {
      id: 'ledger',
      link: '/finance/ledger',
      tone: off ? 'danger' : 'brand',
      text: off
        ? this.say.it('home.differenceOff', { currency: off.currency })
        : this.say.it('home.differenceZero'),
    };
  }
  private queueReading(): Reading | null {
    const value = this.queues.value();
    if (!value) return null;
    const ill = value.items.filter(({ dead }) => dead > 0);
    const count = ill.reduce((sum, { dead }) => sum + dead, 0);
    const names = ill.map(({ name }) => name).join(', ');
    return {
      id: 'dead',
      link: ill.length === 1 ? `/ops/queues/${ill[0]?.name}` : '/ops/queues',
      tone: count > 0 ? 'danger' : 'brand',
      text: this.say.it(count > 0 ? 'home.deadCount' : 'home.deadNone', { count, queues: names }),
    };
  }
  private projectionReading(): Reading | null {
    const value = this.projections.value();
    if (!value) return null;
    const failed = value.items.filter(({ error }) => error !== null);
    const behind = value.items.filter(({ behindEvents }) => behindEvents > 0);
    const events = Math.max(0, ...behind.map(({ behindEvents }) => behindEvents));
    const reading = { id: 'projections', link: '/ops/projections' };
    if (failed.length > 0) {
      const text = this.say.it('home.projectionsFailed', { count: failed.length });
      return { ...reading, tone: 'danger', text };
    }
    return behind.length > 0
      ? {
          ...reading,
          tone: 'attention',
          text: this.say.it('home.projectionsBehind', { count: behind.length, events }),
        }
      : { ...reading, tone: 'brand', text: this.say.it('home.projectionsOk') };
  }
  private may(subject: Subject): boolean {
    return this.can('inspect', subject);
  }
  private can(action: Action, subject: Subject): boolean {
    return this.ability.can(action, subject);
  }
  private allowed<T>(may: boolean, ask: () => Observable<T>): Observable<T | null> {
    return may ? ask() : of(null);
  }
}
