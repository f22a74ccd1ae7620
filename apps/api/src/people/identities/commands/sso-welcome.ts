import { AccountAt, ReadersOf } from '../../accounts';
import { HasSeatFor, RoleIn } from '../../organisations';
import { ProvisionedAs } from '../../scim';
import { domainOf, type Connection } from '../../sso';
import { Database } from '@kernel/database';
import { isStaffRole } from '@wire/duties';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { accountOf } from '../adapters/identity-rows';
import type { Profile } from '../adapters/provider';
import { welcome, type Welcome } from '../domain/sso-arrival';

type Vouched = Omit<Profile, 'name' | 'amr'>;

/** Finds out what is known here of somebody whom an organisation's issuer vouches for. */
@Injectable()
export class SsoWelcome {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
  ) {}

  async of(connection: Connection, vouched: Vouched): Promise<Welcome> {
    const { organisationId, domains, joins } = connection;
    const { email, emailVerified } = vouched;
    const isOurAddress = email !== null && domains.includes(domainOf(email));
    const known = await accountOf(this.database, vouched);
    const owner = isOurAddress ? await this.queries.execute(new AccountAt(email)) : null;
    return welcome({
      ...{ email, emailVerified, isOurAddress, joins },
      known: await this.person(organisationId, known),
      owner: await this.person(organisationId, owner),
      directory: await this.queries.execute(new ProvisionedAs(organisationId, email ?? '')),
      seat: await this.queries.execute(new HasSeatFor(organisationId, email ?? '')),
    });
  }

  private async person(organisationId: string, accountId: string | null) {
    if (accountId === null) return null;
    const readers = await this.queries.execute(new ReadersOf([accountId]));
    const role = await this.queries.execute(new RoleIn(organisationId, accountId));
    const isStaff = readers.get(accountId)?.roles.some(isStaffRole) ?? false;
    return { accountId, isMember: role !== null, isStaff };
  }
}
