import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Recorded } from '@eventstore/record';
import { StaffWho } from '../../../people/accounts';
import type { WebhookFact } from '../../../platform/webhooks';
import type { AccessEvent } from '../../../trust/access';
import type { ListEvent } from '../../../trust/screening';
import { links } from '../domain/links';
import type { Notice } from '../domain/notices';

type Telltale = AccessEvent | ListEvent | WebhookFact;
type Said = {
  readonly [Type in Telltale['type']]?: (
    data: Extract<Telltale, { type: Type }>['data'],
    event: Recorded,
  ) => Notice[] | Promise<Notice[]>;
};

/** Who is told that somebody of staff did more than usual, or that what they watch stands still. */
@Injectable()
export class AccessNotices {
  constructor(private readonly queries: QueryBus) {}

  readonly said: Said = {
    GlassBroken: async ({ accountId, role, until }) => {
      const leads = await this.queries.execute(new StaffWho('inspect Glass'));
      const about = { other: accountId, reference: role, deadline: until };
      return leads
        .filter((to) => to !== accountId)
        .map((to) => ({ kind: 'glass_broken', to, link: links.elevations, about }));
    },
    SanctionListUnfetched: async ({ source }) => {
      const people = await this.queries.execute(new StaffWho('update Screening'));
      const about = { reference: source.toUpperCase() };
      return people.map((to) => ({ kind: 'list_unfetched', to, link: links.lists, about }));
    },
    ViewingBegan: ({ accountId, until }) => [
      {
        kind: 'viewed_by_support',
        to: accountId,
        link: links.sessions,
        about: { deadline: until },
      },
    ],
    WebhookEndpointDisabled: ({ ownerId }) => [
      { kind: 'webhook_disabled', to: ownerId, link: links.webhooks, about: {} },
    ],
  };
}
