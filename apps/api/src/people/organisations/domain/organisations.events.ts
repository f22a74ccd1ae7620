import { orgRoles, powers } from '@wire/permissions';
import { id, money } from '@wire/primitives';
import type { EventsOf } from '@kernel/events';
import * as z from 'zod';

/** One that every organisation has, or the id of one of its own. */
const role = z.union([z.enum(orgRoles), id]);
const power = z.enum(powers);
const organisation = { organisationId: id };
const spending = {
  ...organisation,
  approvalId: id,
  requesterId: id,
  purpose: z.enum(['job', 'hire']),
  jobId: id,
  amount: money,
};

export const organisationEvents = {
  OrganisationFounded: z
    .object({ ...organisation, by: id })
    .describe('Somebody founded an organisation and is its owner.'),
  OrganisationChanged: z
    .object({ ...organisation, by: id })
    .describe('Name, seats or what has to be filled in; the values stay with the organisation.'),
  WorkspaceAdded: z
    .object({ ...organisation, workspaceId: id, by: id })
    .describe('A team of the organisation with a budget of its own.'),
  WorkspaceChanged: z
    .object({ ...organisation, workspaceId: id, by: id, budget: money.nullable() })
    .describe('The name or the monthly budget of a workspace is another one.'),
  LimitsChanged: z
    .object({ ...organisation, by: id })
    .describe('Above which amounts another member has to agree is another rule now.'),
  FieldsChanged: z
    .object({ ...organisation, by: id })
    .describe('What jobs and hires of the organisation are asked is another list now.'),
  MemberInvited: z
    .object({ ...organisation, invitationId: id, role, by: id })
    .describe('Somebody is asked by mail to join; a second sending voids the link before.'),
  InvitationRevoked: z
    .object({ ...organisation, invitationId: id, by: id })
    .describe('The invitation opens nothing any more.'),
  MemberJoined: z
    .object({ ...organisation, accountId: id, role })
    .describe('An account took a seat of the organisation.'),
  MemberChanged: z
    .object({ ...organisation, accountId: id, role, by: id })
    .describe('What a member may do in the organisation is something else now.'),
  MemberRemoved: z
    .object({ ...organisation, accountId: id, by: id, why: z.enum(['left', 'removed']) })
    .describe('The member is none any more; the seat is free.'),
  RoleMade: z
    .object({ ...organisation, roleId: id, powers: z.array(power), by: id })
    .describe('The organisation has a role of its own that lets members do this.'),
  RoleChanged: z
    .object({ ...organisation, roleId: id, powers: z.array(power), by: id })
    .describe('Whoever has the role may do this from now on; or it has another name.'),
  RoleRemoved: z
    .object({ ...organisation, roleId: id, replacement: role.nullable(), by: id })
    .describe('The role is none any more; whoever had it has the other one.'),
  OwnershipTransferred: z
    .object({ ...organisation, from: id, to: id })
    .describe('Another member owns the organisation; the former owner is an admin.'),
  SpendingAsked: z
    .object({ ...spending, approver: z.enum(['finance', 'owner']), approverIds: z.array(id) })
    .describe(
      'A job or a hire is above a limit: these members are asked, any one of them decides.',
    ),
  SpendingGranted: z
    .object({ ...spending, by: id })
    .describe('Everybody whom the limits name agreed; what was asked for may go on.'),
  SpendingRejected: z
    .object({ ...spending, by: id })
    .describe(
      'A member said no, or the requester took it back; the comment stays with the request.',
    ),
  SpendingExpired: z
    .object({ ...spending, approverIds: z.array(id) })
    .describe('Nobody decided in time; the request is over and may be made again.'),
  StatementIssued: z
    .object({
      ...organisation,
      number: z.number().int(),
      month: z.string(),
      sha256: z.string(),
      by: id.nullable(),
    })
    .describe(
      'The statement of a month has a number; the hash is of the sheet as it was issued. By nobody when the month was over.',
    ),
  BudgetReached: z
    .object({
      ...organisation,
      workspaceId: id,
      month: z.string(),
      percent: z.number().int(),
      budget: money,
      spent: money,
    })
    .describe('A workspace has hired for this share of its monthly budget. Told once a month.'),
};

export type OrganisationEvent = EventsOf<typeof organisationEvents>;
