import { Component, computed, effect, inject, input } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import { Ability, Can } from '@ui/app/ability';
import { answer } from '@ui/app/answer';
import { Live } from '@ui/app/live';
import { Say } from '@ui/app/say';
import { Card } from '@ui/card';
import { Changes } from '@ui/changes';
import { Copy } from '@ui/copy';
import { ErrorState } from '@ui/error-state';
import { Moment } from '@ui/moment';
import { MoneyView } from '@ui/money';
import { PageHeader } from '@ui/page-header';
import { Skeleton } from '@ui/skeleton';
import { Updated } from '@ui/updated';
import { isKnown, placeOf } from '../actions';
import { ApprovalStatus } from '../approval-state';
import { ApprovalsApi, type Verdict } from '../approvals.api';
import { ApprovalActions } from '../approvals.store';
import { linesOf } from '../said';
import { DecisionCard } from './decision-card';

/** One request: what will happen, what would be different, who asked and why, and the two answers. */
@Component({
  selector: 'app-approval',
  imports: [
    ApprovalStatus,
    Can,
    Card,
    Changes,
    Copy,
    DecisionCard,
    ErrorState,
    Moment,
    MoneyView,
    PageHeader,
    RouterLink,
    Skeleton,
    TranslatePipe,
    Updated,
  ],
  templateUrl: './approval.html',
  styleUrl: './approval.scss',
})
export class ApprovalPage {
  private readonly api = inject(ApprovalsApi);
  private readonly store = inject(Store);
  private readonly say = inject(Say);
  private readonly ability = inject(Ability);
  /** From the address. */
  readonly id = input.required<string>();

  protected readonly approval = answer(() => this.api.one(this.id()));
  protected readonly title = computed(() => this.ofAction('approvals.actions'));
  protected readonly sentence = computed(() => this.ofAction('approvals.means'));
  protected readonly crumbs = computed(() => [
    { label: this.say.it('shell.nav.home'), link: '/' },
    { label: this.say.it('approvals.heading'), link: '/approvals' },
    { label: this.approval.value() ? this.title() : this.say.it('approvals.one') },
  ]);
  protected readonly place = computed(() => {
    const { subject = '', action, state } = this.approval.value() ?? {};
    /* A journal that nobody posted yet has no events. */
    if (action === 'journal.post' && state !== 'executed') return null;
    const place = placeOf(subject);
    return place && this.ability.can(...place.needs) ? place : null;
  });
  protected readonly lines = computed(() => {
    const value = this.approval.value();
    return value ? linesOf(value, { word: (key, names) => this.word(key, names) }) : [];
  });
  protected readonly gainers = computed(() =>
    (this.approval.value()?.beneficiaries ?? []).map(({ name }) => name).join(', '),
  );
  protected readonly payload = computed(() =>
    JSON.stringify(this.approval.value()?.payload ?? {}, null, 2),
  );

  constructor() {
    effect(() => {
      this.id();
      this.store.dispatch(ApprovalActions.opened());
    });
    /* Somebody else may decide meanwhile, and what was approved is done a moment later. */
    inject(Live)
      .changes('approvals')
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.approval.refresh());
    inject(Actions)
      .pipe(ofType(ApprovalActions.done, ApprovalActions.refused), takeUntilDestroyed())
      .subscribe(() => this.approval.refresh());
  }

  protected decide({ verdict, comment }: { verdict: Verdict; comment: string }): void {
    const value = this.approval.value();
    if (!value) return;
    const { id, payloadHash } = value;
    this.store.dispatch(ApprovalActions.decided({ id, verdict, payloadHash, comment }));
  }
  /** Names and amounts of the request, for the sentence of its action. */
  private ofAction(words: 'approvals.actions' | 'approvals.means'): string {
    const value = this.approval.value();
    if (!value) return '';
    const { action, beneficiaries, amount, subject } = value;
    if (!isKnown(action))
      return words === 'approvals.actions' ? action : this.say.it('approvals.meansOther');
    return this.say.it(`${words}.${action}`, {
      who: beneficiaries.map(({ name }) => name).join(', '),
      amount: amount ? this.say.money(amount) : '',
      month: subject.slice(subject.indexOf('-') + 1),
    });
  }
  private word(key: string, variables: Record<string, string> = {}): string | null {
    const words = this.say.it(key, variables);
    return words === key ? null : words;
  }
}
