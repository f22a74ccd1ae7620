import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

const domain = Buffer.from('guildhall.event.v1\0', 'utf8');

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/**
 * SHA-256 over domain, previous hash, stream, version and the bytes as stored, each length-prefixed.
 * The database computes the same in record.chain_hash; this one checks it.
 */
export function chainHash(head: Buffer, stream: string, version: number, raw: string): Buffer {
  const name = Buffer.from(stream, 'utf8');
  const body = Buffer.from(raw, 'utf8');
  const number = Buffer.alloc(8);
  number.writeBigInt64BE(BigInt(version));
  return createHash('sha256')
    .update(
      Buffer.concat([domain, head, uint32(name.length), name, number, uint32(body.length), body]),
    )
    .digest();
}

/** RFC 8785 canonical JSON. Throws on what JSON cannot say. */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not representable as JSON');
  return text;
}

export const sha256 = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();
