import type { Sql } from '@eventstore/record';
import { Database } from '@kernel/database';
import { SubjectKeys } from '@kernel/subject-keys';
import { Injectable } from '@nestjs/common';
import { generateSecret, generateURI, verify } from 'otplib';

const issuer = 'Guildhall';
const stepSeconds = 30;
/** One step before and one after: a clock may be half a minute off. */
const window = stepSeconds;

interface Row {
  readonly seed: string;
  readonly last_step: string;
  readonly confirmed: boolean;
}

/** Authenticator apps. The seed is sealed with its owner's key, and no code is good twice. */
@Injectable()
export class Totp {
  constructor(
    private readonly database: Database,
    private readonly keys: SubjectKeys,
  ) {}

  /** A new seed that waits for its first code; the one in use stays until then. */
  async begin(
    accountId: string,
    label: string,
    seed = generateSecret(),
  ): Promise<{ seed: string; uri: string }> {
    await this.database.query(
      `insert into totp_factors (account_id, seed) values ($1, $2) on conflict (account_id)
        do update set seed = excluded.seed, created_at = now(), last_step = 0
          where totp_factors.confirmed_at is null`,
      [accountId, await this.keys.seal(accountId, seed)],
    );
    return { seed, uri: generateURI({ issuer, label, secret: seed }) };
  }

  /** Uses a code up; `confirming` when it is the first. The row is locked until the commit. */
  async use(sql: Sql, accountId: string, code: string, confirming = false): Promise<boolean> {
    const [row] = await sql.query<Row>(
      `select seed, last_step, confirmed_at is not null as confirmed from totp_factors
        where account_id = $1 for update`,
      [accountId],
    );
    if (!row || row.confirmed === confirming) return false;
    const secret = await this.keys.open(row.seed);
    const afterTimeStep = Number(row.last_step);
    const said = await verify({ secret, token: code, epochTolerance: window, afterTimeStep });
    if (!said.valid || !('timeStep' in said)) return false;
    await sql.query(
      `update totp_factors set last_step = $2, confirmed_at = coalesce(confirmed_at, now())
        where account_id = $1`,
      [accountId, said.timeStep],
    );
    return true;
  }

  async remove(sql: Sql, accountId: string): Promise<boolean> {
    const gone = await sql.query(
      'delete from totp_factors where account_id = $1 and confirmed_at is not null returning 1',
      [accountId],
    );
    return gone.length > 0;
  }
}
