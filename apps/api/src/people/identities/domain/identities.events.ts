import type { EventsOf } from '@kernel/events';
import { providerName } from '@wire/identities';
import { id } from '@wire/primitives';
import * as z from 'zod';

const identity = { accountId: id, identityId: id, provider: providerName };

export const identityEvents = {
  IdentityLinked: z
    .object(identity)
    .describe('Who somebody is at this provider opens the account from now on.'),
  SsoIdentityLinked: z
    .object({ accountId: id, identityId: id, connectionId: id })
    .describe('Who somebody is at the issuer of their organisation opens the account.'),
  IdentityUnlinked: z.object(identity).describe('The provider opens the account no more.'),
};
export type IdentityEvent = EventsOf<typeof identityEvents>;
