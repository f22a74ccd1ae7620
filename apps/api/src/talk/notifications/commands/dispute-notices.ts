import type { Recorded } from '@eventstore/record';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { OutcomeOf, type DisputeEvent } from '../../../money/disputes';
import { links } from '../domain/links';
import type { About, Notice, NoticeKind } from '../domain/notices';

type Data<Type> = Extract<DisputeEvent, { type: Type }>['data'];
type Side = 'client' | 'provider';
type Said = {
  readonly [Type in DisputeEvent['type']]?: (
    data: Data<Type>,
    event: Recorded,
  ) => Notice[] | Promise<Notice[]>;
};
type Dispute = Pick<
  Data<'DisputeWithdrawn'>,
  'disputeId' | 'contractId' | 'clientId' | 'providerId'
>;

const facing = (side: Side): Side => (side === 'client' ? 'provider' : 'client');

/** Tells one side of a dispute; the other is named in it. */
function tell(kind: NoticeKind, dispute: Dispute, side: Side, more: About = {}): Notice {
  const { disputeId, contractId, clientId, providerId } = dispute;
  const [to, other] = side === 'client' ? [clientId, providerId] : [providerId, clientId];
  const about = { contractId, other, ...more };
  return { kind, to, side, link: links.dispute(disputeId), about };
}

const both = (kind: NoticeKind, dispute: Dispute, more: About = {}): Notice[] =>
  (['client', 'provider'] as const).map((side) => tell(kind, dispute, side, more));

/** Who is told what about a dispute. */
@Injectable()
export class DisputeNotices {
  constructor(private readonly queries: QueryBus) {}

  private outcome({ contractId, disputeId, allocations }: Data<'DisputeSettled'>) {
    return this.queries.execute(new OutcomeOf(contractId, disputeId, allocations));
  }

  readonly said: Said = {
    DisputeOpened: ({ openedBy, amount, answerBy: deadline, ...dispute }) => [
      tell('dispute_opened', dispute, facing(openedBy), { money: { amount }, deadline }),
    ],
    DisputeAnswered: ({ by, ...dispute }) => [tell('dispute_answered', dispute, facing(by))],
    EvidenceSubmitted: ({ by, isTogether, ...dispute }) =>
      isTogether ? [] : [tell('dispute_evidence_added', dispute, facing(by))],
    // The first offer is the claim itself, and that was told already.
    OfferMade: ({ by, ...dispute }, { version }) =>
      version > 2 ? [tell('dispute_offer_made', dispute, facing(by))] : [],
    DisputeWithdrawn: ({ by, ...dispute }) => [tell('dispute_withdrawn', dispute, facing(by))],
    DisputeSettled: async (data) =>
      both('dispute_settled', data, { money: await this.outcome(data) }),
    DecisionIssued: async (data) => {
      const { basis, disputeId, contractId, allocations, appealBy: deadline } = data;
      const money = await this.queries.execute(new OutcomeOf(contractId, disputeId, allocations));
      return basis === 'ruling'
        ? both('dispute_ruling', data, { disputeId, money, deadline })
        : both('dispute_default', data, { money, deadline });
    },
    DisputeDeadlineNears: ({ step, party, deadline, ...dispute }) => [
      tell(step === 'answer' ? 'dispute_answer_due' : 'dispute_appeal_due', dispute, party, {
        deadline,
      }),
    ],
    AppealOpened: ({ by, decideBy: deadline, ...dispute }) => [
      tell('dispute_appealed', dispute, facing(by), { deadline }),
    ],
    AppealDecided: async (data) => {
      const { contractId, disputeId, allocations } = data;
      const money = await this.queries.execute(new OutcomeOf(contractId, disputeId, allocations));
      return both('dispute_appeal_decided', data, { money });
    },
    DecisionExecuted: ({ net, refunded: refund, ...dispute }) =>
      both('dispute_executed', dispute, { money: { net, refund } }),
  };
}
