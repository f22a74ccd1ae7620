import type { EventsOf } from '@kernel/events';
import { id, instant } from '@wire/primitives';
import * as z from 'zod';

const accountId = id;
const challengeId = id;
const sessionId = id;

export const accountEvents = {
  AccountRegistered: z
    .object({ accountId })
    .describe('Somebody opened an account; the address is not proved yet.'),
  RegistrationRepeated: z
    .object({ accountId })
    .describe(
      'Somebody tried to open an account with an address that has one. Only its owner is told.',
    ),
  VerificationAsked: z
    .object({ accountId, challengeId })
    .describe('A link and a code were made that prove the e-mail address.'),
  EmailVerified: z.object({ accountId }).describe('The e-mail address belongs to the account.'),
  PhoneVerified: z.object({ accountId }).describe('The phone belongs to the account.'),
  CodeAsked: z
    .object({ accountId, challengeId, purpose: z.string(), channel: z.enum(['sms', 'mail']) })
    .describe('A six-digit code was made for a phone or for a second look before a risky step.'),
  RolesChanged: z
    .object({ accountId, roles: z.array(z.string()) })
    .describe('The account acts in other roles from now on.'),
  RoleLent: z
    .object({ accountId, lentId: id, role: z.string(), until: instant })
    .describe('The account has one more role until then, or until it is given back.'),
  RoleReturned: z
    .object({ accountId, lentId: id, role: z.string() })
    .describe('A role that was lent is gone.'),
  AccountRenamed: z
    .object({ accountId })
    .describe('Somebody goes by another name now; the name is in the row.'),
  NewDeviceSeen: z
    .object({ accountId, sessionId })
    .describe('Somebody logged in from a device that this account had not used before.'),
  LogInsFailed: z
    .object({ accountId, failures: z.int() })
    .describe('Wrong passwords were tried on the account, so often that its owner is told.'),
  LinkAsked: z
    .object({ accountId, challengeId, purpose: z.enum(['reset', 'log_in']) })
    .describe('A link was made that sets a new password or signs in, once.'),
  PasswordChanged: z
    .object({ accountId, by: z.enum(['owner', 'reset']) })
    .describe('The account has another password; other sessions were ended.'),
  EmailChangeAsked: z
    .object({ accountId, challengeId })
    .describe('The owner wants another address; it has to be proved first.'),
  EmailChanged: z
    .object({ accountId, challengeId })
    .describe('The account has another address. The challenge names the former one.'),
  SessionEnded: z
    .object({ accountId, sessionId })
    .describe('The owner ended a session on another device.'),
  SecondFactorRefused: z
    .object({ accountId })
    .describe(
      'The first step of a log-in was right and the second wrong, where its owner wants to know.',
    ),
  StepUpRefused: z
    .object({ accountId, purpose: z.string() })
    .describe('Whoever was logged in could not show that they are the owner, before a risky step.'),
  AccountSuspended: z
    .object({ accountId, reason: z.string() })
    .describe('The staff closed the account: its sessions ended, and nobody gets in.'),
  AccountReinstated: z
    .object({ accountId })
    .describe('The staff opened a suspended account again.'),
  SessionsEndedByStaff: z
    .object({ accountId })
    .describe('The staff ended every session of the account.'),
  RefreshReused: z
    .object({ accountId, sessionId })
    .describe('A refresh token came back after it had been used; its session was ended.'),
};

export type AccountEvent = EventsOf<typeof accountEvents>;
