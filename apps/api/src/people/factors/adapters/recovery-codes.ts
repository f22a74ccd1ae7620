import type { Sql } from '@eventstore/record';
import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { plainRecoveryCode, recoveryCodeOf } from '../domain/recovery-codes';

const count = 10;

const hash = (code: string): Buffer =>
  createHash('sha256').update(plainRecoveryCode(code)).digest();

/** The way in when the phone is gone: ten codes, each good once. */
@Injectable()
export class RecoveryCodes {
  /** Ten new ones; those from before are void. They are shown now and never again. */
  async make(sql: Sql, accountId: string): Promise<string[]> {
    const codes = Array.from({ length: count }, () => recoveryCodeOf(randomBytes(16)));
    await sql.query('delete from recovery_codes where account_id = $1', [accountId]);
    await sql.query(
      'insert into recovery_codes (account_id, hash) select $1, unnest($2::bytea[])',
      [accountId, codes.map(hash)],
    );
    return codes;
  }

  /** Ten with the first factor; null for who has some. */
  async ensure(sql: Sql, accountId: string): Promise<string[] | null> {
    return (await this.left(sql, accountId)) > 0 ? null : this.make(sql, accountId);
  }

  /** How many are left after this one; null when it is none of them. */
  async use(sql: Sql, accountId: string, code: string): Promise<number | null> {
    const used = await sql.query(
      `update recovery_codes set used_at = now()
        where account_id = $1 and hash = $2 and used_at is null returning 1`,
      [accountId, hash(code)],
    );
    return used.length > 0 ? this.left(sql, accountId) : null;
  }

  async left(sql: Sql, accountId: string): Promise<number> {
    const rows = await sql.query(
      'select 1 from recovery_codes where account_id = $1 and used_at is null',
      [accountId],
    );
    return rows.length;
  }
}
