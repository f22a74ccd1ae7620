import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { IdentityEvent } from '../../../people/identities';
import { MembersWho, MembersWhoMay, type OrganisationEvent } from '../../../people/organisations';
import { ConnectionOf, type SsoEvent } from '../../../people/sso';
import { links } from '../domain/links';
import type { About, Notice, NoticeKind } from '../domain/notices';

type Telltale = OrganisationEvent | SsoEvent | IdentityEvent;
type Said = {
  readonly [Type in Telltale['type']]?: (
    data: Extract<Telltale, { type: Type }>['data'],
  ) => Notice[] | Promise<Notice[]>;
};

const tell = (kind: NoticeKind, to: string, link: string, about: About): Notice[] => [
  { kind, to, link, about },
];

/** What members of an organisation are told, and who is asked to be one. */
@Injectable()
export class OrganisationNotices {
  constructor(private readonly queries: QueryBus) {}

  readonly said: Said = {
    // Perhaps nobody with an account reads it: it speaks the language of whoever invites.
    MemberInvited: ({ organisationId, invitationId, by }) =>
      tell('org_invitation', by, links.join, { organisationId, invitationId, other: by }),
    MemberJoined: async ({ organisationId, accountId }) => {
      const leads = await this.queries.execute(new MembersWhoMay(organisationId, 'members'));
      const about = { organisationId, other: accountId };
      return leads
        .filter((to) => to !== accountId)
        .flatMap((to) => tell('org_joined', to, links.organisation, about));
    },
    MemberRemoved: ({ organisationId, accountId, why }) =>
      why === 'removed' ? tell('org_removed', accountId, links.home, { organisationId }) : [],
    MemberChanged: ({ organisationId, accountId, by }) => {
      const about = { organisationId, other: by };
      return accountId === by ? [] : tell('org_role_changed', accountId, links.organisation, about);
    },
    DomainMissing: ({ organisationId, endsAt: deadline }) =>
      this.owners('org_domain_missing', organisationId, { deadline }),
    DomainLost: ({ organisationId }) => this.owners('org_domain_lost', organisationId),
    EnteredBesideSso: ({ organisationId, accountId }) =>
      this.owners('org_beside_sso', organisationId, { other: accountId }),
    SsoIdentityLinked: async ({ accountId, connectionId }) => {
      const connection = await this.queries.execute(new ConnectionOf({ connectionId }));
      const about = { organisationId: connection?.organisationId ?? '' };
      return connection ? tell('org_sso_linked', accountId, links.connected, about) : [];
    },
    SpendingAsked: ({ organisationId, requesterId, jobId, amount, approverIds }) => {
      const about = { organisationId, jobId, other: requesterId, money: { amount } };
      return approverIds.flatMap((to) => tell('org_spending_asked', to, links.orgApprovals, about));
    },
    SpendingGranted: ({ organisationId, requesterId, jobId, amount, by }) =>
      tell('org_spending_granted', requesterId, links.proposals(jobId), {
        ...{ organisationId, jobId, other: by, money: { amount } },
      }),
    SpendingRejected: ({ organisationId, requesterId, jobId, amount, by }) => {
      const about = { organisationId, jobId, other: by, money: { amount } };
      return by === requesterId
        ? []
        : tell('org_spending_rejected', requesterId, links.orgApprovals, about);
    },
    SpendingExpired: ({ organisationId, requesterId, jobId, amount, approverIds }) => {
      const about = { organisationId, jobId, money: { amount } };
      return [requesterId, ...approverIds].flatMap((to) =>
        tell('org_spending_expired', to, links.orgApprovals, about),
      );
    },
    StatementIssued: async ({ organisationId, month, by }) => {
      const books = await this.queries.execute(new MembersWhoMay(organisationId, 'statements'));
      const about = { organisationId, reference: month };
      return books
        .filter((to) => to !== by)
        .flatMap((to) => tell('org_statement', to, links.orgStatement(month), about));
    },
    BudgetReached: async ({ organisationId, percent, budget, spent }) => {
      const people = await this.queries.execute(new MembersWhoMay(organisationId, 'statements'));
      const money = { budget, spent };
      const about = { organisationId, reference: `${String(percent)} %`, money };
      return people.flatMap((to) => tell('org_budget', to, links.organisation, about));
    },
  };

  private async owners(
    kind: NoticeKind,
    organisationId: string,
    more: About = {},
  ): Promise<Notice[]> {
    const owners = await this.queries.execute(new MembersWho(organisationId, ['owner']));
    const about = { organisationId, ...more };
    return owners.flatMap((to) => tell(kind, to, links.orgSso, about));
  }
}
