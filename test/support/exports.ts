import { ExportMaker } from '../../apps/api/src/trust/audit/commands/produce-export';
import type { ExportScope } from '@wire/audit';
import { randomUUIDv7 } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { auditedApp } from './audit';

type House = Awaited<ReturnType<typeof auditedApp>>;

export interface Verdict {
  readonly exit: number;
  readonly summary: string;
  readonly findings: string[];
  readonly counts: Record<string, number>;
  readonly log: { vkey: string } | null;
}

const program = join(__dirname, '../../libs/verifier/verify.mjs');

/** An export of the record as it is now, without asking anybody. */
export async function exported(
  { app, catchUp }: House,
  scope: ExportScope = { kind: 'everything' },
): Promise<Buffer> {
  await catchUp();
  const maker = app.app.get(ExportMaker);
  const head = await maker.head();
  if (!head) throw new Error('no checkpoint');
  const { folder } = await maker.make({ id: randomUUIDv7(), scope }, head, async () => {});
  try {
    return await buffer((await folder.tar()).content);
  } finally {
    await folder.remove();
  }
}

/** What the offline verifier says, run as an auditor runs it. */
export function verify({ folder }: House, bytes: Buffer, ...options: string[]): Verdict {
  const path = join(folder, 'export.tar');
  writeFileSync(path, bytes);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [program, path, '--json', ...options],
    { encoding: 'utf8', maxBuffer: 1e8 },
  );
  if (stdout === '') throw new Error(stderr);
  const verdict = JSON.parse(stdout) as Verdict;
  if (verdict.exit !== status) throw new Error(`it ended with ${String(status)}`);
  return verdict;
}
