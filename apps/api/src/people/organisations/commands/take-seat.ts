import type { Sql } from '@eventstore/record';
import { about, type Told } from '@kernel/facts';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { householdOf } from '../adapters/household-rows';
import { seat, seatKeptFor } from '../adapters/seats';
import { invite, join } from '../domain/members';

interface Coming {
  readonly organisationId: string;
  readonly accountId: string;
  readonly email: string;
  /** Unless an invitation says otherwise. */
  readonly role: string;
}

/**
 * For other contexts that know that somebody belongs to an organisation, within their transaction:
 * the seat that an invitation kept for the address, or a free one. A member stays what they are. The
 * caller tells the standing of the account after its commit.
 */
export class TakeSeat extends Command<readonly Told[]> {
  constructor(
    readonly coming: Coming,
    readonly sql: Sql,
  ) {
    super();
  }
}

@CommandHandler(TakeSeat)
export class TakeSeatHandler implements ICommandHandler<TakeSeat> {
  async execute({ coming, sql }: TakeSeat): Promise<readonly Told[]> {
    const { organisationId, accountId, email } = coming;
    const household = await householdOf(sql, organisationId);
    if (household.members.some((one) => one.accountId === accountId)) return [];
    const kept = await seatKeptFor(sql, coming, email);
    if (kept) join(household, accountId);
    else invite(household);
    const { role, workspaceId } = kept ?? { role: coming.role, workspaceId: null };
    await seat(sql, { organisationId, accountId, role, workspaceId });
    const fact = { organisationId, accountId, role };
    return [about('organisation', organisationId, 'MemberJoined', fact)];
  }
}
