// Arrays as PostgreSQL sends them in binary. As text each character of each event would be escaped
// here and looked at there; so both sides copy bytes.
// Format: array_recv in src/backend/utils/adt/arrayfuncs.c of PostgreSQL.

export interface Element<Value> {
  /** Of pg_type. */
  readonly oid: number;
  size(value: Value): number;
  write(into: Buffer, value: Value, at: number): void;
}

const element = <Value>(
  oid: number,
  size: number | ((value: Value) => number),
  write: Element<Value>['write'],
): Element<Value> => ({ oid, size: typeof size === 'number' ? () => size : size, write });

export const text = element<string>(
  25,
  (value) => Buffer.byteLength(value),
  (into, value, at) => {
    into.write(value, at);
  },
);

export const boolean = element<boolean>(16, 1, (into, value, at) => {
  into[at] = value ? 1 : 0;
});

export const int4 = element<number>(23, 4, (into, value, at) => {
  into.writeInt32BE(value, at);
});

export const int8 = element<bigint>(20, 8, (into, value, at) => {
  into.writeBigInt64BE(value, at);
});

export const uuid = element<string>(2950, 16, (into, value, at) => {
  into.write(value.replaceAll('-', ''), at, 'hex');
});

export const bytea = element<Buffer>(
  17,
  (value) => value.length,
  (into, value, at) => {
    value.copy(into, at);
  },
);

/** JSON that has been written already; the first byte is the version of the format. */
export const jsonb = element<string>(
  3802,
  (value) => 1 + Buffer.byteLength(value),
  (into, value, at) => {
    into[at] = 1;
    into.write(value, at + 1);
  },
);

const epoch = Date.UTC(2000, 0, 1);

/** ISO 8601; microseconds since 2000 on the wire. */
export const timestamptz = element<string>(1184, 8, (into, value, at) => {
  into.writeBigInt64BE(BigInt(Date.parse(value) - epoch) * 1_000n, at);
});

/** One dimension; `null` is SQL's. A Buffer is sent in binary by the driver. */
export function arrayOf<Value>(type: Element<Value>, values: readonly (Value | null)[]): Buffer {
  const sizes = values.map((value) => (value === null ? -1 : type.size(value)));
  const header = values.length === 0 ? 12 : 20;
  const into = Buffer.allocUnsafe(sizes.reduce((all, size) => all + 4 + Math.max(size, 0), header));
  into.writeInt32BE(values.length === 0 ? 0 : 1, 0);
  into.writeInt32BE(sizes.includes(-1) ? 1 : 0, 4);
  into.writeInt32BE(type.oid, 8);
  if (values.length === 0) return into;
  into.writeInt32BE(values.length, 12);
  into.writeInt32BE(1, 16);
  let at = header;
  values.forEach((value, place) => {
    const size = sizes[place] ?? -1;
    into.writeInt32BE(size, at);
    at += 4;
    if (value === null) return;
    type.write(into, value, at);
    at += size;
  });
  return into;
}

export const column = <Row, Value>(
  type: Element<Value>,
  rows: readonly Row[],
  of: (row: Row) => Value | null,
): Buffer => arrayOf(type, rows.map(of));
