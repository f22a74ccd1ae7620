import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Recorded } from '@eventstore/record';
import { StaffWho } from '../../../people/accounts';
import type { WebhookFact } from '../../../platform/webhooks';
import type { AccessEvent } from '../../../trust/access';
import { links } from '../domain/links';
import type { Notice } from '../domain/notices';

type Telltale = AccessEvent | WebhookFact;
type Said = {
  readonly [Type in Telltale['type']]?: (
    data: Extract<Telltale, { type: Type }>['data'],
    event: Recorded,
  ) => Notice[] | Promise<Notice[]>;
};

/** Who is told that somebody of staff did more than usual. */
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
