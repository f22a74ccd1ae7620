import { createReadStream } from 'node:fs';

const block = 512;

/** A ustar header without owner or time: the same file always gives the same bytes. */
export function tarHeader(name: string, size: number): Buffer {
  const header = Buffer.alloc(block);
  const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0');
  if (Buffer.byteLength(name) > 99) throw new RangeError(`${name} is too long for the container`);
  header.write(name, 0);
  header.write(
    `0000644\0${octal(0, 7)}\0${octal(0, 7)}\0${octal(size, 11)}\0${octal(0, 11)}\0`,
    100,
  );
  header.write('        0', 148);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${octal(sum, 6)}\0 `, 148);
  return header;
}

export interface Member {
  readonly name: string;
  readonly size: number;
  /** Where its bytes are. */
  readonly path: string;
}

/** A tar of files, in this order; its size is known before it is written. */
export async function* tarOf(members: readonly Member[]): AsyncGenerator<Buffer> {
  for (const { name, size, path } of members) {
    yield tarHeader(name, size);
    for await (const chunk of createReadStream(path)) yield chunk as Buffer;
    yield Buffer.alloc(padding(size));
  }
  yield Buffer.alloc(2 * block);
}

export const tarSize = (members: readonly Member[]): number =>
  members.reduce((sum, { size }) => sum + block + size + padding(size), 2 * block);

const padding = (size: number): number => (block - (size % block)) % block;
