import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { OwnFactors } from '@wire/factors';

/** The second factors of the actor, as the settings show them. */
export class MyFactors extends Query<OwnFactors> {}

interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly synced: boolean;
  readonly created_at: Date;
  readonly last_used_at: Date | null;
}

@QueryHandler(MyFactors)
export class MyFactorsHandler implements IQueryHandler<MyFactors> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute(): Promise<OwnFactors> {
    const { id } = this.context.actor;
    const [row] = await this.database.query<Omit<OwnFactors, 'passkeys'>>(
      `select exists (select from totp_factors where account_id = $1 and confirmed_at is not null) as totp,
          exists (select from sms_factors where account_id = $1) as sms,
          (select count(*)::int from recovery_codes where account_id = $1 and used_at is null)
            as "recoveryCodesLeft"`,
      [id],
    );
    const passkeys = await this.database.query<Passkey>(
      `select id, name, synced, created_at, last_used_at from passkeys
        where account_id = $1 order by created_at limit 100`,
      [id],
    );
    const { totp = false, sms = false, recoveryCodesLeft = 0 } = row ?? {};
    return { totp, sms, recoveryCodesLeft, passkeys: passkeys.map(shown) };
  }
}

const shown = ({ id, name, synced, created_at: created, last_used_at: used }: Passkey) => ({
  id,
  name,
  synced,
  createdAt: created.toISOString(),
  lastUsedAt: used?.toISOString() ?? null,
});
