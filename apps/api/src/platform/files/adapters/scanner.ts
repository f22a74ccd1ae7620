import type { Readable } from 'node:stream';

/** Nobody could look inside; asked again later, the answer may be another. */
export class ScannerGone extends Error {
  override readonly name = 'ScannerGone';
}

/** Looks for what harms whoever opens a file. */
export abstract class Scanner {
  /** The name of what was found, or null. Throws ScannerGone. */
  abstract find(content: Readable): Promise<string | null>;
}
