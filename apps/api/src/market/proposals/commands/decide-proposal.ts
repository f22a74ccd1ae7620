import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { lockedProposal, type ProposalRow } from '../adapters/proposal-row';
import { accept, decline, shortlist, view, withdraw, type DeclineReason } from '../domain/proposal';

export type Step =
  | { readonly to: 'withdrawn' | 'viewed' | 'shortlisted' }
  | { readonly to: 'declined'; readonly reason: DeclineReason; readonly note?: string | undefined }
  | { readonly to: 'accepted'; readonly contractId: string };

/** Moves a proposal on: withdrawn by its provider, the rest by the client or by a signed contract. */
export class DecideProposal extends Command<void> {
  constructor(
    readonly proposalId: string,
    readonly step: Step,
  ) {
    super();
  }
}

@CommandHandler(DecideProposal)
export class DecideProposalHandler implements ICommandHandler<DecideProposal> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {}

  execute({ proposalId, step }: DecideProposal): Promise<void> {
    return this.facts.commit(async (em) => {
      const proposal = await lockedProposal(em, proposalId);
      const fact = decided(proposal, this.context.actor.id, step);
      if (!fact) return { told: [] };
      change(proposal, step, this.clock.now());
      return { told: [about('proposal', proposalId, fact.type, fact.data)] };
    });
  }
}

function decided(proposal: ProposalRow, by: string, step: Step) {
  switch (step.to) {
    case 'withdrawn':
      return withdraw(proposal, by);
    case 'viewed':
      return view(proposal, by);
    case 'shortlisted':
      return shortlist(proposal, by);
    case 'declined':
      return decline(proposal, by, step.reason);
    case 'accepted':
      return accept(proposal, step.contractId);
  }
}

function change(proposal: ProposalRow, step: Step, now: Date): void {
  proposal.status = step.to;
  if (step.to !== 'withdrawn') proposal.viewedAt ??= now;
  if (step.to !== 'viewed' && step.to !== 'shortlisted') proposal.decidedAt = now;
  if (step.to === 'accepted') proposal.contractId = step.contractId;
  if (step.to !== 'declined') return;
  proposal.declineReason = step.reason;
  proposal.declineNote = step.note ?? null;
}
