import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { decimal, minor } from '@money';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import type { ApprovalDetail } from '@wire/approvals';
import { type Problem, problemFrom } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Confirmation } from '@ui/confirm';
import { ErrorSummary } from '@ui/form/error-summary';
import { TextArea } from '@ui/form/text-area';
import { Icon } from '@ui/icon';
import { Moment } from '@ui/moment';
import { MoneyText } from '@ui/money';
import { ProblemWords } from '@ui/problem-words';
import { TimeLeft } from '@ui/time-left';
import type { Verdict } from '../approvals.api';
import { approvalsFeature } from '../approvals.store';
import { largeMinor, rolesFor } from '../who-decides';

/** What the rules say about the reader, and the two answers; afterwards how it went. */
@Component({
  selector: 'app-decision-card',
  imports: [
    Button,
    ErrorSummary,
    Icon,
    Moment,
    MoneyText,
    ProblemWords,
    TextArea,
    TimeLeft,
    TranslatePipe,
  ],
  templateUrl: './decision-card.html',
  styleUrl: './decision-card.scss',
})
export class DecisionCard {
  private readonly store = inject(Store);
  private readonly say = inject(Say);
  private readonly confirmation = inject(Confirmation);
  readonly of = input.required<ApprovalDetail>();
  readonly verdict = output<{ verdict: Verdict; comment: string }>();

  protected readonly busy = this.store.selectSignal(approvalsFeature.selectBusy);
  protected readonly problem = this.store.selectSignal(approvalsFeature.selectProblem);
  /** Another request begins with an empty comment; this one asked for again keeps it. */
  private readonly id = computed(() => this.of().id);
  protected readonly comment = linkedSignal({ source: this.id, computation: () => '' });
  protected readonly touched = signal(false);
  protected readonly commentErrors = computed(() =>
    this.comment().trim() === '' ? [{ kind: 'required', message: '' }] : [],
  );
  protected readonly checks = computed(() =>
    this.of()
      .checks.filter(({ code }) => code !== 'approval.already_decided')
      .map(({ code, passed }) => ({ id: code.slice('approval.'.length), passed })),
  );
  protected readonly names = computed(() => ({
    maker: this.of().maker.name,
    checker: this.of().checker?.name ?? '',
    roles: this.roles(),
  }));
  protected readonly roles = computed(() =>
    rolesFor(this.of().requiredPermission)
      .map((role) => this.say.it(`shell.roles.${role}`))
      .join(', '),
  );
  protected readonly failure = computed((): Problem | null => {
    const { failure } = this.of();
    return failure ? problemFrom(409, { code: failure, title: failure }) : null;
  });

  /** A large amount is typed: a click is too easily made. */
  protected async approve(): Promise<void> {
    const { amount } = this.of();
    if (amount && minor(amount) > largeMinor) {
      const money = this.say.money(amount);
      const sure = await this.confirmation.ask({
        heading: this.say.it('approvals.sure', { amount: money }),
        text: this.say.it('approvals.sureText', { maker: this.of().maker.name }),
        verb: this.say.it('approvals.approveAmount', { amount: money }),
        type: decimal(amount).replace(/\.0+$/, ''),
      });
      if (!sure) return;
    }
    this.tell('approve');
  }
  /** Whoever asked reads why not. */
  protected deny(): void {
    this.touched.set(true);
    if (this.commentErrors().length === 0) this.tell('deny');
  }
  private tell(verdict: Verdict): void {
    if (!this.busy()) this.verdict.emit({ verdict, comment: this.comment().trim() });
  }
}
