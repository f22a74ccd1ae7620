import type { Sql } from '@eventstore/record';
import { Clock } from '@kernel/clock';
import { about, Facts } from '@kernel/facts';
import { Forgets } from '@kernel/forgetting';
import { OnDue, setTimer } from '@kernel/timers';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DropObject } from '../../../platform/files';
import { exportObject } from '../adapters/export-rows';

export const exportExpiry = 'privacy-export-expiry';

/** The bytes go; that there was a copy stays. */
@Injectable()
@OnDue(exportExpiry)
export class ExpireOwnExport {
  constructor(
    private readonly commands: CommandBus,
    private readonly facts: Facts,
  ) {}

  async due(key: string, _: unknown, sql: Sql): Promise<void> {
    const [exportId = ''] = key.split(':');
    await this.commands.execute(new DropObject(exportObject(exportId)));
    const [row] = await sql.query<{ account_id: string }>(
      `update data_exports set state = 'expired', link_hash = null
        where id = $1 and state <> 'expired' returning account_id`,
      [exportId],
    );
    if (!row) return;
    const { account_id: accountId } = row;
    const told = [about('privacy', accountId, 'DataExportExpired', { accountId, exportId })];
    await this.facts.commit(() => Promise.resolve({ told }));
  }
}

/** Whoever is erased leaves no copy behind. The bytes go by a deadline that is tried until it is done. */
@Injectable()
@Forgets()
export class ForgetOwnExports {
  constructor(private readonly clock: Clock) {}

  async forget(sql: Sql, subject: string): Promise<void> {
    const rows = await sql.query<{ id: string }>(
      `select id from data_exports where account_id = $1 and state <> 'expired'`,
      [subject],
    );
    const dueAt = this.clock.now().toISOString();
    for (const { id } of rows)
      await setTimer(sql, { kind: exportExpiry, key: `${id}:erased`, dueAt });
  }
}
