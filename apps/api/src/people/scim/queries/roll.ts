import { ReadersOf } from '../../accounts';
import { MembersOf } from '../../organisations';
import { VerifiedDomains } from '../../sso';
import { Database } from '@kernel/database';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { usersOf } from '../adapters/user-rows';
import { driftOf } from '../domain/roll';

/** The list of users is brought up to date whenever a directory asks: it never shows who was. */
@Injectable()
export class Roll {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
  ) {}

  /** Answers the domains whose addresses the directory may speak of. */
  async bringUp(organisationId: string): Promise<readonly string[]> {
    const domains = await this.queries.execute(new VerifiedDomains(organisationId));
    const members = await this.queries.execute(new MembersOf(organisationId));
    const ids = members.map(({ accountId }) => accountId);
    const readers = [...(await this.queries.execute(new ReadersOf(ids))).values()];
    const rows = await usersOf(this.database, organisationId);
    const { add, change } = driftOf(
      readers.map(({ id: accountId, email, name }) => ({ accountId, email, name })),
      rows.map(({ id, account_id: accountId, email, active }) => ({
        id,
        accountId,
        email,
        active,
      })),
      domains,
    );
    for (const { accountId, email, name } of add)
      await this.database.query(
        `insert into scim_users (id, organisation_id, account_id, user_name, email, display_name,
            active, created_at, changed_at) values ($1, $2, $3, $4, $4, $5, true, now(), now())
          on conflict do nothing`,
        [randomUUIDv7(), organisationId, accountId, email, name],
      );
    for (const { id, accountId, active } of change)
      await this.database.query(
        `update scim_users set account_id = $2, active = $3, changed_at = now(),
            version = version + 1 where id = $1`,
        [id, accountId, active],
      );
    return domains;
  }
}
