import type { EventsOf } from '@kernel/events';
import { id, instant } from '@wire/primitives';
import * as z from 'zod';

export const bankAccountEvents = {
  BankAccountAdded: z
    .object({
      providerId: id,
      bankAccountId: id,
      last4: z.string(),
      restsUntil: instant.nullable(),
    })
    .describe(
      'The provider named a bank account. In place of another one it rests before the first payout.',
    ),
};

export type BankAccountEvent = EventsOf<typeof bankAccountEvents>;
