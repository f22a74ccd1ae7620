import type { Readable } from 'node:stream';
import { Scanner } from './scanner';

/** The file that all scanners know and that harms nobody; in two halves, so that this one does not. */
const eicar = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
);

/** Where no ClamAV is configured: knows the test virus, so that everything around it can be tried. */
export class TestVirus extends Scanner {
  override async find(content: Readable): Promise<string | null> {
    let rest = Buffer.alloc(0);
    for await (const chunk of content as AsyncIterable<Buffer>) {
      const seen = Buffer.concat([rest, chunk]);
      if (seen.includes(eicar)) {
        content.destroy();
        return 'Eicar-Test-Signature';
      }
      rest = seen.subarray(Math.max(0, seen.length - eicar.length + 1));
    }
    return null;
  }
}
