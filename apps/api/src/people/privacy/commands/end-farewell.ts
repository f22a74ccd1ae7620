import type { Sql } from '@eventstore/record';
import { Clock } from '@kernel/clock';
import { OnDue, setTimer } from '@kernel/timers';
import { about, type Told } from '@kernel/facts';
import { SubjectKeys } from '@kernel/subject-keys';
import { Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import type { Reader } from '../../accounts';
import { farewellMs } from '../domain/own-requests';

const kind = 'privacy-farewell-end';

export interface Farewell {
  readonly id: string;
  readonly formerly: string;
}

/** Where the last mail goes, under a key of its own: the person's is gone before it is sent. */
export async function farewellTo(keys: SubjectKeys, reader: Reader): Promise<Farewell> {
  const id = randomUUIDv7();
  const { email, locale, timeZone } = reader;
  return { id, formerly: await keys.seal(id, JSON.stringify({ email, locale, timeZone })) };
}

/** The fact that brings it about, and the end of its key should the mail never leave. */
export async function sayFarewell(
  sql: Sql,
  { id, formerly }: Farewell,
  { accountId, until, now }: { accountId: string; until: Date | null; now: Date },
): Promise<Told> {
  const dueAt = new Date(now.getTime() + farewellMs).toISOString();
  await setTimer(sql, { kind, key: id, dueAt });
  const fact = { accountId, formerly, until: until?.toISOString() ?? null };
  return about('erasure', accountId, 'FarewellOwed', fact);
}

/** A mail that nobody took in a week is not tried any longer. */
@Injectable()
@OnDue(kind)
export class EndFarewell {
  constructor(
    private readonly clock: Clock,
    private readonly keys: SubjectKeys,
  ) {}

  due(farewellId: string, _: unknown, sql: Sql): Promise<void> {
    return this.keys.destroy(sql, farewellId, this.clock.now().toISOString());
  }
}
