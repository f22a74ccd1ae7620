import type { Recorded } from '@eventstore/record';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ContractParties, type ContractEvent } from '../../../market/contracts';
import type { JobEvent } from '../../../market/jobs';
import type { ProposalEvent } from '../../../market/proposals';
import type { ReviewEvent } from '../../../market/reviews';
import type { SearchEvent } from '../../../market/search';
import {
  contractOf,
  EscrowParties,
  type EscrowEvent,
  type EscrowSides,
} from '../../../money/escrow';
import type { PayoutEvent } from '../../../money/payouts';
import { AccountNotices } from './account-notices';
import { AccessNotices } from './access-notices';
import { DisputeNotices } from './dispute-notices';
import { IdentityNotices } from './identity-notices';
import { OnboardingNotices } from './onboarding-notices';
import { OrganisationNotices } from './organisation-notices';
import { links } from '../domain/links';
import { goesBy, type Notice } from '../domain/notices';
import { sided } from '../domain/sides';
import { NoticesToStaff } from './notices-to-staff';
import { StandstillNotices } from './standstill-notices';
import { TextNotices } from './text-notices';

type TelltaleEvent =
  JobEvent | SearchEvent | ProposalEvent | ContractEvent | EscrowEvent | PayoutEvent | ReviewEvent;
type Said = {
  readonly [Type in TelltaleEvent['type']]?: (
    data: Extract<TelltaleEvent, { type: Type }>['data'],
    event: Recorded,
  ) => Notice[] | Promise<Notice[]>;
};

type AnySaid = Readonly<
  Record<string, ((data: unknown, event: Recorded) => Notice[] | Promise<Notice[]>) | undefined>
>;

/** Who is told what about which fact. The one list that mails and inboxes are made from. */
@Injectable()
export class NoticesOf {
  constructor(
    private readonly queries: QueryBus,
    private readonly staff: NoticesToStaff,
    private readonly disputes: DisputeNotices,
    private readonly access: AccessNotices,
    private readonly accounts: AccountNotices,
    private readonly identity: IdentityNotices,
    private readonly organisations: OrganisationNotices,
    private readonly onboarding: OnboardingNotices,
    private readonly standstill: StandstillNotices,
    private readonly texts: TextNotices,
  ) {}

  get types(): string[] {
    return [...new Set(this.lists.flatMap((said) => Object.keys(said)))];
  }

  /** The notices of a fact that go this way. */
  async event(event: Recorded, channel: 'mail' | 'inbox') {
    const notices: Notice[] = [];
    for (const said of this.lists)
      notices.push(...((await (said as AnySaid)[event.type]?.(event.data, event)) ?? []));
    return notices.filter(({ kind }) => goesBy(kind, channel)).map(sided);
  }

  private get lists(): readonly object[] {
    const { staff, disputes, access, accounts, identity, organisations, standstill, texts } = this;
    const others = [staff, disputes, access, accounts, identity, organisations, standstill, texts];
    return [this.said, this.onboarding.said, ...others.map(({ said }) => said)];
  }

  private async sides(event: Recorded): Promise<EscrowSides & { contractId: string }> {
    const contractId = contractOf(event.stream);
    const sides = await this.queries.execute(new EscrowParties(contractId));
    if (!sides) throw new Error(`escrow ${contractId} is not open`);
    return { ...sides, contractId };
  }

  private readonly said: Said = {
    ProviderInvited: ({ jobId, providerId, clientId }) => [
      {
        kind: 'invitation',
        to: providerId,
        link: links.job(jobId),
        about: { jobId, other: clientId },
      },
    ],
    SavedSearchHit: ({ accountId, jobId }) => [
      { kind: 'saved_search_hit', to: accountId, link: links.job(jobId), about: { jobId } },
    ],
    ProposalSubmitted: ({ jobId, clientId, providerId }) => [
      {
        kind: 'proposal_received',
        to: clientId,
        link: links.proposals(jobId),
        about: { jobId, other: providerId },
      },
    ],
    ProposalViewed: ({ proposalId, jobId, providerId, clientId }) => [
      {
        kind: 'proposal_viewed',
        to: providerId,
        link: links.proposal(proposalId),
        about: { jobId, other: clientId },
      },
    ],
    ProposalShortlisted: ({ proposalId, jobId, providerId, clientId }) => [
      {
        kind: 'proposal_shortlisted',
        to: providerId,
        link: links.proposal(proposalId),
        about: { jobId, other: clientId },
      },
    ],
    ProposalDeclined: ({ proposalId, jobId, providerId, clientId, reason }) => [
      {
        kind: 'proposal_declined',
        to: providerId,
        link: links.proposal(proposalId),
        about: { jobId, other: clientId, reason },
      },
    ],
    ContractOffered: ({ contractId, clientId, providerId }) => [
      {
        kind: 'contract_offer',
        to: providerId,
        link: links.contract(contractId),
        about: { contractId, other: clientId },
      },
    ],
    ContractSigned: ({ contractId, clientId, providerId }) =>
      (
        [
          ['client', clientId, providerId],
          ['provider', providerId, clientId],
        ] as const
      ).map(([side, to, other]) => ({
        kind: 'contract_signed' as const,
        to,
        side,
        link: links.contract(contractId),
        about: { contractId, other },
      })),
    EscrowFunded: async ({ clientId, amount, fee, tax }, event) => {
      const { providerId, contractId } = await this.sides(event);
      const total = { ...amount, amountMinor: sum(amount, fee, tax) };
      const link = links.contract(contractId);
      const money = { amount, fee, tax, total };
      return [
        {
          kind: 'payment_receipt',
          to: clientId,
          link,
          about: { contractId, other: providerId, money },
        },
        {
          kind: 'milestone_funded',
          to: providerId,
          link,
          about: { contractId, other: clientId, money: { amount } },
        },
      ];
    },
    MilestoneSubmitted: async ({ milestoneId, autoReleaseAt: deadline }, event) => {
      const { clientId, providerId, contractId } = await this.sides(event);
      const link = links.review(contractId, milestoneId);
      return [
        {
          kind: 'delivery_submitted',
          to: clientId,
          link,
          about: { contractId, other: providerId, deadline },
        },
      ];
    },
    RevisionRequested: async (_, event) => {
      const { clientId, providerId, contractId } = await this.sides(event);
      const about = { contractId, other: clientId };
      return [
        { kind: 'changes_requested', to: providerId, link: links.contract(contractId), about },
      ];
    },
    EscrowReleased: async ({ gross, fee, tax, net, reason }, event) => {
      // What a dispute came to is told by the dispute, to both sides and in one.
      if (reason === 'decision' || reason === 'settlement') return [];
      const { clientId, providerId, contractId } = await this.sides(event);
      const money = { gross, fee, tax, net };
      return [
        {
          kind: 'released',
          to: providerId,
          link: links.wallet,
          about: { contractId, other: clientId, money },
        },
        {
          kind: 'release_receipt',
          to: clientId,
          link: links.contract(contractId),
          about: { contractId, other: providerId, money: { gross, net } },
        },
      ];
    },
    PayoutRequested: ({ providerId, amount }) => [
      {
        kind: 'payout_requested',
        to: providerId,
        link: links.payouts,
        about: { money: { amount } },
      },
    ],
    PayoutPaid: ({ providerId, amount, utr: reference }) => [
      {
        kind: 'payout_paid',
        to: providerId,
        link: links.wallet,
        about: { money: { amount }, reference },
      },
    ],
    PayoutFailed: ({ providerId, amount, reason }) => [
      {
        kind: 'payout_failed',
        to: providerId,
        link: links.wallet,
        about: { money: { amount }, reason },
      },
    ],
    ReviewPublished: async ({ contractId, authorId, subjectId }) => {
      const parties = await this.queries.execute(new ContractParties(contractId));
      return [
        {
          kind: 'review_revealed',
          to: subjectId,
          ...(parties && { side: parties.clientId === subjectId ? 'client' : 'provider' }),
          link: links.contract(contractId),
          about: { contractId, other: authorId },
        },
      ];
    },
  };
}

const sum = (...amounts: { amountMinor: string }[]): string =>
  amounts.reduce((total, { amountMinor }) => total + BigInt(amountMinor), 0n).toString();
