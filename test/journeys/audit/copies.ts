import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = join(import.meta.dirname, '../../../libs/verifier/verify.mjs');

interface Verdict {
  readonly exit: number;
  readonly summary: string;
  readonly counts: { readonly events: number };
}

/** What an auditor has on a disk of their own: an export, and a copy of it with one byte changed. */
export class Copies {
  private readonly folder = mkdtempSync(join(tmpdir(), 'guildhall-audit-'));
  readonly genuine = join(this.folder, 'export.tar');
  readonly altered = join(this.folder, 'altered.tar');

  forget(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** As it is run without us: a file, Node.js, nothing else. */
  verdict(path: string): Verdict {
    const { status, stdout } = spawnSync(process.execPath, [program, path, '--json'], {
      encoding: 'utf8',
    });
    const verdict = JSON.parse(stdout) as Verdict;
    if (verdict.exit !== status) throw new Error(`it ended with ${String(status)}`);
    return verdict;
  }

  /** Flips one digit of an amount in the copy. @returns the number of the event that it stands in. */
  alter(): string {
    const bytes = readFileSync(this.genuine);
    const mark = Buffer.from('"amountMinor":"');
    const start = bytes.indexOf('{"leaf":');
    const at = bytes.indexOf(mark, start) + mark.length;
    bytes[at] = bytes[at] === 0x39 ? 0x38 : 0x39;
    writeFileSync(this.altered, bytes);
    const line = bytes.subarray(bytes.lastIndexOf('\n', at) + 1, at).toString('latin1');
    return /"leaf":(\d+)/.exec(line.slice(line.lastIndexOf('{"leaf":')))?.[1] ?? '';
  }
}
