import { ReadersOf, type Way } from '../../accounts';
import { RoleIn, TakeSeat } from '../../organisations';
import { ConnectionOf, NoteUse, type Connection } from '../../sso';
import type { Sql } from '@eventstore/record';
import type { Told } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { Standings } from '@kernel/standings';
import { isStaffRole } from '@wire/duties';
import { Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { link } from '../adapters/identity-rows';
import type { Arrived } from '../adapters/passage';
import { connectionIn } from '../adapters/provider';
import { SsoWelcome } from './sso-welcome';

/** Where an arrival moves in: an account, and the organisation where it came from the issuer of one. */
@Injectable()
export class Homes {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly standings: Standings,
    private readonly welcome: SsoWelcome,
  ) {}

  /** What was true at the door may not be true any more: somebody took the last seat, or it was shut. */
  async mayJoin(arrived: Arrived): Promise<void> {
    const connection = await this.connectionOf(arrived);
    if (connection) await this.welcome.of(connection, arrived);
  }

  /** Rejects sso.other_account: an organisation's issuer speaks for that address and for no other. */
  async mayMoveIn(accountId: string, arrived: Arrived): Promise<void> {
    const connection = await this.connectionOf(arrived);
    if (!connection) return;
    const reader = (await this.queries.execute(new ReadersOf([accountId]))).get(accountId);
    if (reader?.roles.some(isStaffRole)) reject('sso.staff');
    const role = new RoleIn(connection.organisationId, accountId);
    if ((await this.queries.execute(role)) !== null) return;
    if (reader?.email !== arrived.email) reject('sso.other_account');
    await this.mayJoin(arrived);
  }

  /** In the transaction that settles the arrival. */
  async moveIn(sql: Sql, accountId: string, arrived: Arrived): Promise<Told[]> {
    const linked = await link(sql, accountId, arrived);
    const connection = await this.connectionOf(arrived);
    if (!connection || arrived.email === null) return linked;
    const { organisationId, defaultRole: role } = connection;
    const coming = { organisationId, accountId, email: arrived.email, role };
    return [...linked, ...(await this.commands.execute(new TakeSeat(coming, sql)))];
  }

  /** After its commit. */
  moved(accountId: string, { provider }: Arrived): void {
    const connectionId = connectionIn(provider);
    if (connectionId === null) return;
    this.standings.changed(accountId);
    void this.commands.execute(new NoteUse(connectionId));
  }

  async wayOf(arrived: Arrived): Promise<Way> {
    const connection = await this.connectionOf(arrived);
    return connection
      ? { by: 'sso', organisationId: connection.organisationId }
      : { by: 'provider' };
  }

  /** Null where no organisation has to do with it; over where its single sign-on is switched off. */
  private async connectionOf({ provider }: Arrived): Promise<Connection | null> {
    const connectionId = connectionIn(provider);
    if (connectionId === null) return null;
    const found = await this.queries.execute(new ConnectionOf({ connectionId }));
    return found ?? reject('identities.arrival_ended');
  }
}
