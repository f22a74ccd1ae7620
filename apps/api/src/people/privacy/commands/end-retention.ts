import type { Sql } from '@eventstore/record';
import { Clock } from '@kernel/clock';
import { about, Facts } from '@kernel/facts';
import { SubjectKeys } from '@kernel/subject-keys';
import { OnDue, setTimer } from '@kernel/timers';
import { Injectable } from '@nestjs/common';

/** The kind of deadline at which the law lets somebody go. */
export const retentionEnd = 'privacy-retention-end';

const againMs = 30 * 86_400_000;

/** The years are over: the key is destroyed, unless a hold says that it has to wait on. */
@Injectable()
@OnDue(retentionEnd)
export class EndRetention {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
    private readonly keys: SubjectKeys,
  ) {}

  async due(key: string, _: unknown, sql: Sql): Promise<void> {
    const [accountId = '', turn = '0'] = key.split(':');
    const now = this.clock.now();
    const held = await sql.query(
      'select 1 from legal_holds where account_id = $1 and lifted_at is null',
      [accountId],
    );
    if (held.length > 0) {
      const dueAt = new Date(now.getTime() + againMs).toISOString();
      const next = `${accountId}:${String(Number(turn) + 1)}`;
      await setTimer(sql, { kind: retentionEnd, key: next, dueAt });
      return;
    }
    await this.erase(accountId, now.toISOString());
  }

  private erase(accountId: string, at: string): Promise<void> {
    return this.facts.commit(async (_, sql) => {
      const [row] = await sql.query<{ approval_id: string }>(
        `update erasures set state = 'erased', erased_at = $2
          where account_id = $1 and state = 'restricted' returning approval_id`,
        [accountId, at],
      );
      if (!row) return { told: [] };
      await this.keys.destroy(sql, accountId, at);
      await sql.query('delete from retained_identities where account_id = $1', [accountId]);
      const fact = { accountId, approvalId: row.approval_id };
      return { told: [about('erasure', accountId, 'SubjectKeyDestroyed', fact)] };
    });
  }
}
