import { Component, computed, inject, input, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { TranslatePipe } from '@ngx-translate/core';
import type { ContractView } from '@wire/contracts';
import { nextLink } from '@ui/app/next-link';
import { Say } from '@ui/app/say';
import { Avatar } from '@ui/avatar';
import { Button } from '@ui/button';
import { Confirmation } from '@ui/confirm';
import { ErrorSummary } from '@ui/form/error-summary';
import { PoolPicker } from '@ui/pool-picker';
import { NextStep } from '@ui/next-step';
import { ContractActions, contractsFeature } from '../contracts.store';
import { nextHeading, nextVerb, otherSide } from '../next-words';
import { DeclineOffer } from './decline-offer';
import { SignContract } from './sign-contract';

/** What happens next, who acts, by when in both time zones, with one button; and who is across. */
@Component({
  selector: 'app-next-card',
  imports: [
    Avatar,
    Button,
    DeclineOffer,
    ErrorSummary,
    NextStep,
    PoolPicker,
    RouterLink,
    SignContract,
    TranslatePipe,
  ],
  templateUrl: './next-card.html',
  styleUrl: './next-card.scss',
})
export class NextCard {
  private readonly store = inject(Store);
  private readonly say = inject(Say);
  private readonly confirmation = inject(Confirmation);
  readonly view = input.required<ContractView>();
  protected readonly busy = this.store.selectSignal(contractsFeature.selectBusy);
  protected readonly problem = this.store.selectSignal(contractsFeature.selectProblem);
  protected readonly signing = viewChild(SignContract);
  protected readonly declining = viewChild(DeclineOffer);

  protected readonly card = computed(() => {
    const view = this.view();
    const { next } = view;
    const other = otherSide(view);
    const people = {
      client: view.client.name,
      provider: view.provider.name,
      mediator: this.say.it('contracts.role.mediator'),
      nobody: '',
    };
    const actor = people[next.actor];
    const amount = next.amount ? this.say.money(next.amount) : '';
    const named = { client: view.client.name, provider: view.provider.name, amount };
    const noted = next.kind === 'review' || next.kind === 'await_review';
    const stopped = view.milestones.find(({ id }) => id === next.milestoneId)?.stopped;
    return {
      next,
      other,
      actor,
      heading: nextHeading(this.say, next, view),
      text: this.say.it(
        textOf(view, noted && stopped ? `stopped.${next.kind}` : `next.${next.kind}.text`),
        named,
      ),
      note: noted ? this.say.it('contracts.next.autoRelease', named) : undefined,
      verb: nextVerb(this.say, next),
      link: nextLink(view.id, next),
      caseFile: next.mine ? null : (next.disputeId ?? null),
      across: view.myRole === 'provider' ? 'client' : 'provider',
      settled: next.kind === 'done' || next.kind === 'ended',
    };
  });

  protected async withdraw(): Promise<void> {
    const { id, provider } = this.view();
    const sure = await this.confirmation.ask({
      heading: this.say.it('contracts.withdraw.heading'),
      text: this.say.it('contracts.withdraw.text', { name: provider.name }),
      verb: this.say.it('contracts.withdraw.verb'),
      danger: true,
    });
    if (sure) this.store.dispatch(ContractActions.withdraw({ contractId: id }));
  }
}

/** The words speak to one of the two sides; a colleague is told whose turn it is and no more. */
const textOf = ({ myRole }: ContractView, word: string): string =>
  myRole === 'colleague' ? 'contracts.colleague' : `contracts.${word}`;
