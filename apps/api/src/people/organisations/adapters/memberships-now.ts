import { Database } from '@kernel/database';
import { Vouches, type Standing, type Voucher } from '@kernel/standings';
import type { Membership } from '@wire/permissions';
import { Injectable } from '@nestjs/common';

/** Vouches for what somebody is in organisations at this moment. */
@Injectable()
@Vouches()
export class MembershipsNow implements Voucher {
  constructor(private readonly database: Database) {}

  async vouch(accountId: string, before: Standing | null): Promise<Standing | null> {
    if (!before) return null;
    const memberships = await this.database.query<Membership>(
      `select organisation_id as "orgId", role, workspace_id as "workspaceId" from org_members
        where account_id = $1`,
      [accountId],
      'organisations.memberships',
    );
    return memberships.length === 0 ? before : { ...before, memberships };
  }
}
