import type { Entering, Doorkeeper } from '@kernel/entrances';
import { KeepsDoor } from '@kernel/entrances';
import { Database } from '@kernel/database';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { isStaffRole } from '@wire/duties';
import type { Role } from '@wire/permissions';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { RoleIn } from '../../organisations';
import { ownerOf } from '../adapters/domain-rows';
import { issuerOf } from '../adapters/issuer-rows';
import { domainOf } from '../domain/domains';

/**
 * Where single sign-on is the only way in, members with an address of the organisation come by it and
 * by nothing else. An owner still gets in, because issuers break, and every owner is told.
 */
@Injectable()
@KeepsDoor()
export class KeepDoor implements Doorkeeper {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly queries: QueryBus,
  ) {}

  /** Rejects sso.only_way_in. People of staff are under nobody's single sign-on. */
  async admit({ accountId, email, roles, by, organisationId: via }: Entering): Promise<void> {
    if (roles.some((role) => isStaffRole(role as Role))) return;
    const organisationId = await ownerOf(this.database, domainOf(email));
    if (organisationId === null || (by === 'sso' && via === organisationId)) return;
    const issuer = await issuerOf(this.database, organisationId);
    if (issuer?.state !== 'enforced') return;
    const role = await this.queries.execute(new RoleIn(organisationId, accountId));
    if (role === null) return;
    if (role !== 'owner') reject('sso.only_way_in');
    const fact = { organisationId, accountId };
    const told = [about('organisation', organisationId, 'EnteredBesideSso', fact)];
    await this.facts.commit(() => Promise.resolve({ told }));
  }
}
