import type { Sql } from '@eventstore/record';
import { Clock } from '@kernel/clock';
import { OnDue, setTimer } from '@kernel/timers';
import { Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { AccountsAfter } from '../../../people/accounts';
import { ScreenAccount } from './screen-account';

/** The kind of deadline at which everybody is compared with the new lists. */
export const nightly = 'screening-nightly';

const some = 200;

/** After a list changed: everybody, some at a time, so that no transaction is long. */
@Injectable()
@OnDue(nightly)
export class ScreenEverybody {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly clock: Clock,
  ) {}

  async due(key: string, _: unknown, sql: Sql): Promise<void> {
    const [version = '', after = null] = key.split('/');
    const ids = await this.queries.execute(new AccountsAfter(after, some));
    for (const id of ids) await this.commands.execute(new ScreenAccount(id, 'list_change'));
    const last = ids.at(-1);
    if (!last || ids.length < some) return;
    const dueAt = this.clock.now().toISOString();
    await setTimer(sql, { kind: nightly, key: `${version}/${last}`, dueAt });
  }
}

/** Two o'clock at night, UTC, after this moment. */
export function nextNight(now: Date): string {
  const night = new Date(now);
  night.setUTCHours(2, 0, 0, 0);
  if (night <= now) night.setUTCDate(night.getUTCDate() + 1);
  return night.toISOString();
}
