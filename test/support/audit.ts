import { append } from '@eventstore/postgres';
import type { Leg } from '@eventstore/record';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUIDv7 } from 'node:crypto';
import { Client } from 'pg';
import { Sequencer } from '../../apps/api/src/trust/audit';
import { TestApp } from './app';
import { testDatabase } from './database';

/** The application with a folder of its own for tiles and exports. */
export async function auditedApp(overrides: NodeJS.ProcessEnv = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-audit-'));
  const app = await TestApp.start({ FILES_DIR: folder, ...overrides });
  const sequencer = app.app.get(Sequencer);
  return {
    app,
    folder,
    /** Until the log covers everything, whoever holds the horizon back on this server. */
    async catchUp(): Promise<void> {
      for (let turn = 0; turn < 200; turn += 1) {
        await sequencer.catchUp();
        if ((await waiting(app)) === 0) return;
        await new Promise((done) => setTimeout(done, 25));
      }
    },
    async stop(): Promise<void> {
      await app.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function waiting({ database }: TestApp): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    `select count(*)::int from record.events e
      where not exists (select from record.tlog_leaves l where l.event = e.id)`,
  );
  return row?.count ?? 0;
}

const leg = (account: string, amountMinor: bigint): Leg => ({
  account,
  amountMinor,
  currency: 'INR',
  kind: 'test',
});

/** A funding of so many paise on an escrow stream of its own: one event, three legs. */
export async function fund(
  { database }: TestApp,
  amountMinor: bigint,
  {
    contractId = randomUUIDv7(),
    at = new Date().toISOString(),
  }: { contractId?: string; at?: string } = {},
) {
  const [milestoneId, clientId] = [randomUUIDv7(), randomUUIDv7()];
  const amount = { amountMinor: amountMinor.toString(), currency: 'INR' };
  const fact = {
    type: 'EscrowFunded',
    data: {
      ...{ milestoneId, clientId, amount, depositId: randomUUIDv7(), dueAt: at },
      ...{ fee: { ...amount, amountMinor: '3' }, tax: { ...amount, amountMinor: '0' } },
    },
  };
  const legs = [
    leg(`escrow:${contractId}`, amountMinor),
    leg('fees', 3n),
    leg('gateway:razorpay', -amountMinor - 3n),
  ];
  await append(database, {
    streams: [{ stream: `escrow-${contractId}`, expected: 'any', facts: [fact] }],
    journals: [{ cause: fact, legs }],
    metadata: {
      actor: { type: 'system', id: 'test' },
      at,
      correlation: 'audit-test',
      causation: 'audit-test',
    },
  });
  return { contractId, milestoneId, account: `escrow:${contractId}:INR` };
}

const guarded = ['record.events', 'record.tlog_leaves', 'ledger.entries'];

/** What whoever owns the tables can do: he switches the triggers off first. */
export async function asOwner(statement: string, values: unknown[] = []): Promise<void> {
  const { ownerUrl } = await testDatabase();
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (const table of guarded) await client.query(`alter table ${table} disable trigger user`);
    await client.query(statement, values);
  } finally {
    await client.end();
  }
}
