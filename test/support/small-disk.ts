import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder on a disk of its own with so little room; `remove` takes both away. */
export interface SmallDisk {
  readonly folder: string;
  remove(): void;
}

/** Only root on Linux may mount: undefined elsewhere, and the test says what it left out. */
export function smallDisk(megabytes: number): SmallDisk | undefined {
  const place = mkdtempSync(join(tmpdir(), 'guildhall-disk-'));
  const folder = join(place, 'files');
  mkdirSync(folder);
  const remove = () => rmSync(place, { recursive: true });
  try {
    const size = `size=${String(megabytes)}m`;
    execFileSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    remove();
    return undefined;
  }
  return {
    folder,
    remove: () => {
      execFileSync('umount', [folder]);
      remove();
    },
  };
}
