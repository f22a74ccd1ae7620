import { Database } from '@kernel/database';
import { Vouches, type Standing, type Voucher } from '@kernel/standings';
import type { Membership, Power } from '@wire/permissions';
import { membersWithRoles } from './household-rows';
import { Injectable } from '@nestjs/common';

/** Vouches for what somebody is in organisations at this moment. */
@Injectable()
@Vouches()
export class MembershipsNow implements Voucher {
  constructor(private readonly database: Database) {}

  async vouch(accountId: string, before: Standing | null): Promise<Standing | null> {
    if (!before) return null;
    type Row = Omit<Membership, 'powers'> & { readonly powers: readonly Power[] | null };
    const rows = await this.database.query<Row>(
      `select m.organisation_id as "orgId", m.role, m.workspace_id as "workspaceId", r.powers
        from ${membersWithRoles} where m.account_id = $1`,
      [accountId],
      'organisations.memberships',
    );
    const memberships = rows.map(({ powers, ...one }) => (powers ? { ...one, powers } : one));
    return memberships.length === 0 ? before : { ...before, memberships };
  }
}
