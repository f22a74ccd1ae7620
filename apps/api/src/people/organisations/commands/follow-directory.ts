import type { Sql } from '@eventstore/record';
import { about, type Told } from '@kernel/facts';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { householdOf, isRoleOf } from '../adapters/household-rows';
import { openInvitation } from '../adapters/invitation-rows';
import { vacate } from '../adapters/seats';
import { dismiss, place } from '../domain/members';

/** Whom the directory speaks of, and the member who made its key. */
interface Spoken {
  readonly organisationId: string;
  readonly accountId: string;
  readonly by: string;
}

/** For the directory, within its transaction: the member goes and the seat is free. */
export class Dismiss extends Command<readonly Told[]> {
  constructor(
    readonly spoken: Spoken,
    readonly sql: Sql,
  ) {
    super();
  }
}

/** The member is something else from now on. Owners are made and unmade by owners alone. */
export class PlaceMember extends Command<readonly Told[]> {
  constructor(
    readonly spoken: Spoken & { readonly role: string },
    readonly sql: Sql,
  ) {
    super();
  }
}

/** An address is asked to join: whose account it is decides that for themselves. */
export class AskIn extends Command<readonly Told[]> {
  constructor(
    readonly asked: Omit<Spoken, 'accountId'> & { readonly email: string; readonly role: string },
    readonly sql: Sql,
  ) {
    super();
  }
}

/** Whoever was asked comes as something else. */
export class PlaceInvited extends Command<readonly Told[]> {
  constructor(
    readonly asked: Pick<Spoken, 'organisationId'> & {
      readonly email: string;
      readonly role: string;
    },
    readonly sql: Sql,
  ) {
    super();
  }
}

/** Whoever was asked and did not come is not asked any more. */
export class Uninvite extends Command<readonly Told[]> {
  constructor(
    readonly asked: Omit<Spoken, 'accountId'> & { readonly email: string },
    readonly sql: Sql,
  ) {
    super();
  }
}

const streamOf = (organisationId: string, type: string, fact: object): Told =>
  about('organisation', organisationId, type, { organisationId, ...fact });

@CommandHandler(Dismiss)
export class DismissHandler implements ICommandHandler<Dismiss> {
  async execute({ spoken, sql }: Dismiss): Promise<readonly Told[]> {
    const { organisationId, accountId, by } = spoken;
    const isMember = dismiss(await householdOf(sql, organisationId), accountId);
    if (!isMember) return [];
    await vacate(sql, organisationId, accountId);
    return [streamOf(organisationId, 'MemberRemoved', { accountId, by, why: 'removed' })];
  }
}

@CommandHandler(PlaceMember)
export class PlaceMemberHandler implements ICommandHandler<PlaceMember> {
  async execute({ spoken, sql }: PlaceMember): Promise<readonly Told[]> {
    const { organisationId, accountId, role, by } = spoken;
    const household = await householdOf(sql, organisationId);
    // A role may be gone by the time a group that meant it is looked at.
    const isRole = await isRoleOf(sql, organisationId, role);
    if (!isRole || !place(household, accountId, role)) return [];
    await sql.query(
      'update org_members set role = $3 where organisation_id = $1 and account_id = $2',
      [organisationId, accountId, role],
    );
    return [streamOf(organisationId, 'MemberChanged', { accountId, role, by })];
  }
}

@CommandHandler(AskIn)
export class AskInHandler implements ICommandHandler<AskIn> {
  async execute({ asked, sql }: AskIn): Promise<readonly Told[]> {
    const household = await householdOf(sql, asked.organisationId);
    const { told } = await openInvitation(sql, household, { ...asked, workspaceId: null });
    return [told];
  }
}

@CommandHandler(Uninvite)
export class UninviteHandler implements ICommandHandler<Uninvite> {
  async execute({ asked: { organisationId, email, by }, sql }: Uninvite): Promise<readonly Told[]> {
    const [row] = await sql.query<{ id: string }>(
      `update org_invitations set ended_at = now()
        where organisation_id = $1 and email = $2 and ended_at is null returning id`,
      [organisationId, email],
    );
    return row ? [streamOf(organisationId, 'InvitationRevoked', { invitationId: row.id, by })] : [];
  }
}

@CommandHandler(PlaceInvited)
export class PlaceInvitedHandler implements ICommandHandler<PlaceInvited> {
  async execute({ asked: { organisationId, email, role }, sql }: PlaceInvited) {
    await sql.query(
      `update org_invitations set role = $3
        where organisation_id = $1 and email = $2 and ended_at is null`,
      [organisationId, email, role],
    );
    return [];
  }
}
