import type { Sql } from '@eventstore/record';
import { RequestContext } from '@kernel/context';
import { Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import type { Operation, Resource, ResourceSent } from '@wire/scim';
import { email as address } from '@wire/primitives';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { addUser, changeUser, isFree, keptOf, userAt, type UserRow } from '../adapters/user-rows';
import { patched } from '../domain/patch';
import { isOurs, tagOf, userOf, userResource, type User } from '../domain/users';
import { Roll } from '../queries/roll';
import { OneUser } from '../queries/find-users';
import { Seats } from './seats';

/** Somebody is in the directory: they have a seat, or are asked to take one. */
export class CreateUser extends Command<Resource> {
  constructor(
    readonly organisationId: string,
    readonly sent: ResourceSent,
  ) {
    super();
  }
}

export interface UserChange {
  readonly organisationId: string;
  readonly id: string;
  readonly ifMatch: string | undefined;
  /** The whole of it, or what is different. */
  readonly to: { readonly whole: ResourceSent } | { readonly operations: readonly Operation[] };
}

/** The directory says something else of somebody. Not active any more: out, at once. */
export class ChangeUser extends Command<Resource> {
  constructor(readonly change: UserChange) {
    super();
  }
}

export class RemoveUser extends Command<void> {
  constructor(
    readonly organisationId: string,
    readonly id: string,
  ) {
    super();
  }
}

interface Sitting {
  readonly organisationId: string;
  readonly by: string;
  readonly row: UserRow;
  readonly user: User;
}

@CommandHandler(CreateUser)
export class CreateUserHandler implements ICommandHandler<CreateUser> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
    private readonly roll: Roll,
    private readonly seats: Seats,
  ) {}

  async execute({ organisationId, sent }: CreateUser): Promise<Resource> {
    const user = userOf(sent);
    isOurs(user, await this.roll.bringUp(organisationId));
    const { id: by } = this.context.actor;
    const id = randomUUIDv7();
    await this.facts.commit(async (_, sql) => {
      await isFree(sql, organisationId, user);
      const sitting = { organisationId, email: user.email, accountId: null, by };
      const { told } = user.active ? await this.seats.take(sql, sitting) : { told: [] };
      await addUser(sql, { ...user, id, organisationId, accountId: null });
      return { told };
    });
    return this.queries.execute(new OneUser(organisationId, id, {}));
  }
}

@CommandHandler(ChangeUser)
export class ChangeUserHandler implements ICommandHandler<ChangeUser> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
    private readonly roll: Roll,
    private readonly seats: Seats,
  ) {}

  async execute({ change }: ChangeUser): Promise<Resource> {
    const { organisationId, id, ifMatch } = change;
    const domains = await this.roll.bringUp(organisationId);
    const { id: by } = this.context.actor;
    const moved = await this.facts.commit<string | null>(async (_, sql) => {
      const row = await userAt(sql, organisationId, id);
      isVersion(row.version, ifMatch);
      const user = next(row, change.to);
      isOurs(user, domains);
      await isFree(sql, organisationId, { ...user, id });
      const { told, accountId } = await this.sit(sql, { organisationId, by, row, user });
      await changeUser(sql, { ...user, id, organisationId, accountId });
      return { told, answer: user.active === row.active ? null : accountId };
    });
    await this.seats.moved(moved);
    return this.queries.execute(new OneUser(organisationId, id, {}));
  }

  /** Whoever was only asked is asked at their new address, and not at the old one. */
  private async sit(sql: Sql, { organisationId, by, row, user }: Sitting) {
    const accountId = row.account_id;
    const isAsked = row.active && accountId === null && user.email !== row.email;
    const isOut = row.active && (!user.active || isAsked);
    const isIn = user.active && (!row.active || isAsked);
    const sitting = { organisationId, accountId, by };
    const left = isOut ? await this.seats.leave(sql, { ...sitting, email: row.email }) : [];
    if (!isIn) return { accountId, told: left };
    const taken = await this.seats.take(sql, { ...sitting, email: user.email });
    return { accountId: taken.accountId, told: [...left, ...taken.told] };
  }
}

@CommandHandler(RemoveUser)
export class RemoveUserHandler implements ICommandHandler<RemoveUser> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly roll: Roll,
    private readonly seats: Seats,
  ) {}

  async execute({ organisationId, id }: RemoveUser): Promise<void> {
    await this.roll.bringUp(organisationId);
    const { id: by } = this.context.actor;
    const moved = await this.facts.commit<string | null>(async (_, sql) => {
      const { account_id: accountId, email, active } = await userAt(sql, organisationId, id);
      const sitting = { organisationId, email, accountId, by };
      const told = active ? await this.seats.leave(sql, sitting) : [];
      await sql.query('delete from scim_users where id = $1', [id]);
      return { told, answer: accountId };
    });
    await this.seats.moved(moved);
  }
}

/** Rejects scim.changed_meanwhile. Several versions may be named; a star is any. */
export function isVersion(version: number, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return;
  const named = ifMatch.split(',').map((one) => one.trim());
  const tag = tagOf(version);
  if (!named.includes(tag) && !named.includes(tag.slice(2))) reject('scim.changed_meanwhile');
}

/** Where the address is only the name of the user, it follows the name. */
function next(row: UserRow, to: UserChange['to']): User {
  const before = userResource(keptOf(row), '');
  if ('whole' in to) return userOf({ active: row.active, ...to.whole });
  const user = userOf(patched(before, to.operations));
  const isOnlyName = row.email === row.user_name.toLowerCase() && user.email === row.email;
  const { data: email } = address.safeParse(user.userName);
  return isOnlyName && email !== undefined ? { ...user, email } : user;
}
