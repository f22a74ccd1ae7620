// What binary-array.ts in libs/eventstore-client sends, read back as PostgreSQL reads it.

type Read = (bytes: Buffer) => unknown;

const asText: Read = (bytes) => bytes.toString();
const epoch = Date.UTC(2000, 0, 1);

/** By the oid of the type in pg_type. */
const readers: Record<number, Read> = {
  16: (bytes) => bytes[0] === 1,
  17: (bytes) => bytes,
  20: (bytes) => bytes.readBigInt64BE(),
  23: (bytes) => bytes.readInt32BE(),
  25: asText,
  1184: (bytes) => new Date(epoch + Number(bytes.readBigInt64BE() / 1_000n)).toISOString(),
  2950: (bytes) =>
    bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
  3802: (bytes) => asText(bytes.subarray(1)),
};

/** The elements of an array of one dimension; anything else stays what it is. */
export function columnOf(value: unknown): unknown {
  if (!Buffer.isBuffer(value)) return value;
  const read = readers[value.readInt32BE(8)];
  if (!read) throw new Error('the store in memory does not know this type');
  const elements: unknown[] = [];
  for (let at = 20; at < value.length;) {
    const size = value.readInt32BE(at);
    at += 4;
    elements.push(size < 0 ? null : read(value.subarray(at, at + size)));
    at += Math.max(size, 0);
  }
  return elements;
}
