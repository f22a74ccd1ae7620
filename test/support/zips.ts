import { crc32, deflateRawSync } from 'node:zlib';

export interface Inside {
  readonly name: string;
  readonly content?: Buffer;
  /** Mode of Unix: 0o120777 is a link. */
  readonly mode?: number;
  /** What the table says instead of the truth. */
  readonly claims?: number;
  readonly locked?: boolean;
}

/** An archive as an attacker writes one: nothing in it has to be true. */
export function zipOf(...files: readonly Inside[]): Buffer {
  const bodies: Buffer[] = [];
  const table: Buffer[] = [];
  let offset = 0;
  for (const { name, content = Buffer.from('hello'), mode = 0o100644, claims, locked } of files) {
    const packed = deflateRawSync(content);
    const title = Buffer.from(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(locked ? 1 : 0, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(claims ?? content.length, 18);
    head.writeUInt16LE(title.length, 22);
    bodies.push(Buffer.from('PK\x03\x04'), head, title, packed);
    const ends = Buffer.alloc(14);
    ends.writeUInt32LE((mode << 16) >>> 0, 6);
    ends.writeUInt32LE(offset, 10);
    table.push(Buffer.from('PK\x01\x02\x14\x03'), head, ends, title);
    offset += 4 + head.length + title.length + packed.length;
  }
  const directory = Buffer.concat(table);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, directory, Buffer.from('PK\x05\x06'), end]);
}
