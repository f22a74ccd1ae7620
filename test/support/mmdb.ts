import { isIPv4 } from 'node:net';

type Value = string | number | readonly Value[] | { readonly [key: string]: Value };
type Node = [Child, Child];
type Child = Node | { readonly at: number } | null;

/** The numbers of types in the MaxMind DB format, version 2. */
const types = { text: 2, map: 7, uint32: 6, uint64: 9, list: 11 } as const;

function head(type: number, size: number): Buffer {
  const short = size < 29 ? size : 29;
  const first = type < 8 ? [(type << 5) | short] : [short, type - 7];
  return Buffer.from(size < 29 ? first : [...first, size - 29]);
}

function encoded(value: Value, type?: number): Buffer {
  if (typeof value === 'string') {
    const bytes = Buffer.from(value);
    return Buffer.concat([head(types.text, bytes.length), bytes]);
  }
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return Buffer.concat([head(type ?? types.uint32, 4), bytes]);
  }
  if (Array.isArray(value))
    return Buffer.concat([
      head(types.list, value.length),
      ...(value as readonly Value[]).map((one) => encoded(one)),
    ]);
  const lines = Object.entries(value as Record<string, Value>);
  return Buffer.concat([
    head(types.map, lines.length),
    ...lines.flatMap(([key, one]) => [encoded(key), encoded(one)]),
  ]);
}

/** The bits of a network, IPv4 below ::/96. */
function bitsOf(cidr: string): number[] {
  const [address = '', length] = cidr.split('/');
  const words = isIPv4(address)
    ? [...Array<number>(12).fill(0), ...address.split('.').map(Number)]
    : sixteenBytes(address);
  const bits = words.flatMap((byte) => [...byte.toString(2).padStart(8, '0')].map(Number));
  return bits.slice(0, Number(length) + (isIPv4(address) ? 96 : 0));
}

function sixteenBytes(address: string): number[] {
  const [front = '', back = ''] = address.split('::');
  const hex = (part: string) => part.split(':').filter(Boolean);
  const missing = 8 - hex(front).length - hex(back).length;
  const groups = [...hex(front), ...Array<string>(missing).fill('0'), ...hex(back)];
  return groups.flatMap((one) => [parseInt(one, 16) >> 8, parseInt(one, 16) & 255]);
}

/** A file that any reader of the format takes, with these records for these networks. */
export function mmdb(records: Readonly<Record<string, Value>>): Buffer {
  const root: Node = [null, null];
  const parts: Buffer[] = [];
  let at = 0;
  for (const [cidr, record] of Object.entries(records)) {
    const bits = bitsOf(cidr);
    const last = bits.pop() ?? 0;
    let node = root;
    for (const bit of bits) node = (node[bit] ??= [null, null]) as Node;
    node[last] = { at };
    const bytes = encoded(record);
    parts.push(bytes);
    at += bytes.length;
  }
  const nodes: Node[] = [];
  const number = (node: Node): void => {
    nodes.push(node);
    for (const child of node) if (Array.isArray(child)) number(child);
  };
  number(root);
  const tree = Buffer.alloc(nodes.length * 6);
  const index = new Map(nodes.map((node, place) => [node, place]));
  nodes.forEach((node, place) => {
    node.forEach((child, side) => {
      tree.writeUIntBE(target(child, index), place * 6 + side * 3, 3);
    });
  });
  return Buffer.concat([tree, Buffer.alloc(16), ...parts, metadata(nodes.length)]);
}

function target(child: Child, index: ReadonlyMap<Node, number>): number {
  if (child === null) return index.size;
  return Array.isArray(child) ? (index.get(child) ?? 0) : index.size + 16 + child.at;
}

const metadata = (nodeCount: number): Buffer =>
  Buffer.concat([
    Buffer.from('abcdef', 'hex'),
    Buffer.from('MaxMind.com'),
    encoded({
      ...{ node_count: nodeCount, record_size: 24, ip_version: 6 },
      ...{ binary_format_major_version: 2, binary_format_minor_version: 0 },
      ...{ build_epoch: 1_790_000_000, database_type: 'Test-City' },
      ...{ languages: ['en'], description: { en: 'Cities of tests' } },
    }),
  ]);
