import { EndAllSessions, ReadersOf } from '../../accounts';
import { AskIn, Dismiss, HasSeatFor, TakeSeat, Uninvite } from '../../organisations';
import type { Sql } from '@eventstore/record';
import { EndedSessions } from '@kernel/ended-sessions';
import type { Told } from '@kernel/facts';
import { Standings } from '@kernel/standings';
import { Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { defaultRoleOf } from '../adapters/settings-rows';

export interface Sitting {
  readonly organisationId: string;
  readonly email: string;
  /** Who has the seat, or had it. */
  readonly accountId: string | null;
  /** The member who made the key. */
  readonly by: string;
}

/** What it means for a seat that a directory says that somebody is there, or is not. */
@Injectable()
export class Seats {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly standings: Standings,
    private readonly ended: EndedSessions,
  ) {}

  /**
   * Whoever sat there and still has that address sits there again. Everybody else is asked: an account
   * is its owner's, and a directory brings nobody in who did not come. The account that has the seat.
   */
  async take(sql: Sql, sitting: Sitting): Promise<{ accountId: string | null; told: Told[] }> {
    const { organisationId, email, accountId, by } = sitting;
    const role = await defaultRoleOf(sql, organisationId);
    const formerly = accountId === null ? [] : [accountId];
    const readers = await this.queries.execute(new ReadersOf(formerly));
    if (accountId !== null && readers.get(accountId)?.email === email) {
      const coming = { organisationId, accountId, email, role };
      return { accountId, told: [...(await this.commands.execute(new TakeSeat(coming, sql)))] };
    }
    const seat = await this.queries.execute(new HasSeatFor(organisationId, email));
    if (seat === 'invited') return { accountId: null, told: [] };
    const asked = { organisationId, email, role, by };
    return { accountId: null, told: [...(await this.commands.execute(new AskIn(asked, sql)))] };
  }

  /** The seat is free, and whoever sat there is logged out everywhere. What they did stays. */
  async leave(sql: Sql, { organisationId, email, accountId, by }: Sitting): Promise<Told[]> {
    const uninvited = new Uninvite({ organisationId, email, by }, sql);
    const told = [...(await this.commands.execute(uninvited))];
    if (accountId === null) return told;
    const gone = await this.commands.execute(new Dismiss({ organisationId, accountId, by }, sql));
    await this.commands.execute(new EndAllSessions(accountId, sql));
    return [...told, ...gone];
  }

  /** After the commit. */
  async moved(accountId: string | null): Promise<void> {
    if (accountId === null) return;
    this.standings.changed(accountId);
    await this.ended.look();
  }
}
