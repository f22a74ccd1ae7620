import type { Sql } from '@eventstore/record';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { StepUp } from '../../accounts';
import { Passkeys } from '../adapters/passkeys';
import { Totp } from '../adapters/totp';

export type Removed =
  { readonly factor: 'totp' | 'sms' } | { readonly factor: 'passkey'; readonly passkeyId: string };

/** One second factor of the actor's less; with the last one the recovery codes go too. */
export class RemoveFactor extends Command<void> {
  constructor(readonly which: Removed) {
    super();
  }
}

@CommandHandler(RemoveFactor)
export class RemoveFactorHandler implements ICommandHandler<RemoveFactor> {
  constructor(
    private readonly facts: Facts,
    private readonly passkeys: Passkeys,
    private readonly totp: Totp,
    private readonly stepUp: StepUp,
    private readonly context: RequestContext,
  ) {}

  async execute({ which }: RemoveFactor): Promise<void> {
    this.stepUp.require('security');
    const { id: accountId, type } = this.context.actor;
    await this.facts.commit(async (_, sql) => {
      if (!(await this.remove(sql, accountId, which))) reject('request.not_found');
      if (type === 'staff' && which.factor !== 'sms' && !(await hasStrongFactor(sql, accountId)))
        reject('factors.last_of_staff');
      await forgetCodesWithoutFactor(sql, accountId);
      const { factor } = which;
      return { told: [about('account', accountId, 'FactorRemoved', { accountId, factor })] };
    });
  }

  private async remove(sql: Sql, accountId: string, which: Removed): Promise<boolean> {
    if (which.factor === 'totp') return this.totp.remove(sql, accountId);
    if (which.factor === 'passkey') return this.passkeys.remove(sql, accountId, which.passkeyId);
    const rows = await sql.query('delete from sms_factors where account_id = $1 returning 1', [
      accountId,
    ]);
    return rows.length > 0;
  }
}

/** The console is closed to who has none, so the last one stays until there is another. */
async function hasStrongFactor(sql: Sql, accountId: string): Promise<boolean> {
  const rows = await sql.query(
    `select 1 from totp_factors where account_id = $1 and confirmed_at is not null
      union all select 1 from passkeys where account_id = $1`,
    [accountId],
  );
  return rows.length > 0;
}

async function forgetCodesWithoutFactor(sql: Sql, accountId: string): Promise<void> {
  await sql.query(
    `delete from recovery_codes where account_id = $1
        and not exists (select from totp_factors where account_id = $1 and confirmed_at is not null)
        and not exists (select from sms_factors where account_id = $1)
        and not exists (select from passkeys where account_id = $1)`,
    [accountId],
  );
}
