import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { ProofMethod } from '@wire/factors';

/** By what an account can show a second time who it is, the strongest first; empty without any. */
export class FactorsOf extends Query<ProofMethod[]> {
  constructor(readonly accountId: string) {
    super();
  }
}

@QueryHandler(FactorsOf)
export class FactorsOfHandler implements IQueryHandler<FactorsOf> {
  constructor(private readonly database: Database) {}

  async execute({ accountId }: FactorsOf): Promise<ProofMethod[]> {
    const [row] = await this.database.query<
      Record<'passkey' | 'totp' | 'sms' | 'recovery', boolean>
    >(
      `select exists (select from passkeys where account_id = $1) as passkey,
          exists (select from totp_factors where account_id = $1 and confirmed_at is not null) as totp,
          exists (select from sms_factors where account_id = $1) as sms,
          exists (select from recovery_codes where account_id = $1 and used_at is null) as recovery`,
      [accountId],
      'factors.of',
    );
    const own = (['passkey', 'totp', 'sms'] as const).filter((method) => row?.[method]);
    return own.length > 0 && row?.recovery ? [...own, 'recovery'] : own;
  }
}
