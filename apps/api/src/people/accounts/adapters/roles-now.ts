import { Database } from '@kernel/database';
import { Vouches, type Standing, type Voucher } from '@kernel/standings';
import type { Role } from '@wire/permissions';
import { Injectable } from '@nestjs/common';

interface Row {
  readonly roles: Role[];
  readonly until: Date | null;
}

/**
 * Vouches for the roles of an account, with those that are lent to it at this moment. For an account that
 * is suspended nobody does: its tokens and keys are nobody's.
 */
@Injectable()
@Vouches()
export class RolesNow implements Voucher {
  constructor(private readonly database: Database) {}

  async vouch(accountId: string): Promise<Standing | null> {
    const [row] = await this.database.query<Row>(
      `select roles_now(a) as roles, (select min(l.until) from lent_roles l
          where l.account_id = a.id and l.until > now()) as until
        from accounts a where a.id = $1 and not exists (select from account_suspensions s
          where s.account_id = a.id and s.lifted_at is null)`,
      [accountId],
      'accounts.standing',
    );
    if (!row) return null;
    const { roles, until } = row;
    return { roles, rules: [], ...(until && { until: until.getTime() }) };
  }
}
