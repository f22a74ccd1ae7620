import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { fundingReceipt, standardFees } from '@money/fees';
import type { JobView } from '@wire/jobs';
import type { ProposalView } from '@wire/proposals';
import { Say } from '@ui/app/say';
import { Avatar } from '@ui/avatar';
import { Button } from '@ui/button';
import { type CompareLine, CompareTable } from '@ui/compare-table';
import { Cell } from '@ui/grid/cell';
import { MoneyView } from '@ui/money';
import { Stars } from '@ui/stars';
import { ProposalState } from './proposal-state';

type Offer = ProposalView;

const least = (of: (offer: Offer) => number) => (all: readonly Offer[]) =>
  [...all].sort((a, b) => of(a) - of(b))[0];

/** Proposals side by side: what differs is lit, what is best of a line is marked. */
@Component({
  selector: 'app-compare',
  imports: [
    Avatar,
    Button,
    Cell,
    CompareTable,
    MoneyView,
    ProposalState,
    RouterLink,
    Stars,
    TranslatePipe,
  ],
  templateUrl: './compare.html',
  styleUrl: './compare.scss',
})
export class Compare {
  private readonly say = inject(Say);
  readonly of = input.required<readonly Offer[]>();
  readonly job = input.required<JobView>();
  readonly deciding = input<string | null>(null);
  readonly read = output<Offer>();
  readonly shortlist = output<Offer>();
  readonly decline = output<Offer>();

  protected readonly lines = computed((): CompareLine<Offer>[] => [
    ...this.terms(),
    ...this.record(),
    ...this.job().questions.map((label, at) => ({
      id: `answer-${at}`,
      label,
      text: ({ answers }: Offer) => answers[at] ?? '–',
    })),
    {
      id: 'letter',
      label: this.say.it('jobs.compare.letter'),
      text: ({ coverLetter }) => coverLetter,
    },
  ]);

  protected paid({ total }: Offer) {
    return fundingReceipt(total, standardFees).total;
  }
  protected open({ status }: Offer): boolean {
    return status === 'sent' || status === 'viewed' || status === 'shortlisted';
  }

  private terms(): CompareLine<Offer>[] {
    return [
      {
        id: 'total',
        label: this.say.it('jobs.compare.total'),
        text: ({ total }) => total.amountMinor,
        best: least(({ total }) => Number(total.amountMinor)),
      },
      {
        id: 'paid',
        label: this.say.it('jobs.compare.paid'),
        text: (offer) => this.paid(offer).amountMinor,
      },
      {
        id: 'days',
        label: this.say.it('jobs.compare.days'),
        text: ({ days }) => this.say.it('jobs.compare.daysIn', { days }),
        best: least(({ days }) => days),
      },
      {
        id: 'milestones',
        label: this.say.it('jobs.compare.milestones'),
        text: ({ milestones }) => JSON.stringify(milestones),
      },
    ];
  }
  private record(): CompareLine<Offer>[] {
    const fitting = ({ provider }: Offer) =>
      this.job().skills.filter((skill) => provider.skills.includes(skill));
    return [
      {
        id: 'rating',
        label: this.say.it('jobs.compare.rating'),
        text: ({ provider }) => String(provider.rating),
        best: least(({ provider }) => -(provider.rating ?? 0)),
      },
      {
        id: 'contracts',
        label: this.say.it('jobs.compare.contracts'),
        text: ({ provider }) => String(provider.completedContracts),
        best: least(({ provider }) => -provider.completedContracts),
      },
      {
        id: 'skills',
        label: this.say.it('jobs.compare.skills'),
        text: (offer) => fitting(offer).join(', ') || '–',
        best: least((offer) => -fitting(offer).length),
      },
      {
        id: 'assisted',
        label: this.say.it('jobs.compare.assisted'),
        text: ({ aiAssisted }) => this.say.it(aiAssisted ? 'jobs.yes' : 'jobs.no'),
      },
    ];
  }
}
