import { legText } from '@eventstore/leaf';
import { decimal, money, type Currency } from '@money';
import type { LoggedEvent } from '../adapters/log-rows';
import type { ExportFolder } from '../adapters/export-folder';
import { row } from '@kernel/csv';

interface Seen {
  first: number;
  last: number;
  head: string;
}

interface Total {
  entries: number;
  debit: bigint;
  credit: bigint;
}

const evidenceHead = row(['file', 'sha256', 'size', 'event']);

/** Writes events and their legs page by page, and counts what the manifest will say. */
export class ExportWriter {
  readonly streams = new Map<string, Seen>();
  readonly movements = new Map<string, bigint>();
  readonly totals = new Map<Currency, Total>();
  readonly numbers: number[] = [];
  events = 0;
  entries = 0;

  constructor(private readonly folder: ExportFolder) {}

  async begin(entriesHead: string): Promise<void> {
    await this.folder.append('events.ndjson', '');
    await this.folder.append('entries.csv', entriesHead);
    await this.folder.append('tlog/leaves', '');
    await this.folder.append('evidence/files.csv', evidenceHead);
  }

  async write(page: readonly LoggedEvent[]): Promise<void> {
    await this.folder.append('events.ndjson', page.map(lineOf).join(''));
    await this.folder.append('entries.csv', page.flatMap(legLines).join(''));
    const hashes = page.flatMap(({ leaf }) => leaf?.hash ?? []);
    await this.folder.append('tlog/leaves', Buffer.concat(hashes));
    await this.folder.append('evidence/files.csv', page.flatMap(evidenceOf).join(''));
    for (const event of page) this.count(event);
  }

  private count({ stream, version, chainHash, legs, leaf }: LoggedEvent): void {
    this.events += 1;
    this.entries += legs.length;
    if (leaf) this.numbers.push(leaf.n);
    const seen = this.streams.get(stream) ?? { first: version, last: 0, head: '' };
    seen.first = Math.min(seen.first, version);
    if (version > seen.last)
      Object.assign(seen, { last: version, head: chainHash.toString('hex') });
    this.streams.set(stream, seen);
    for (const { account, amountMinor, currency } of legs)
      this.move(account, BigInt(amountMinor), currency as Currency);
  }

  private move(account: string, amount: bigint, currency: Currency): void {
    this.movements.set(account, (this.movements.get(account) ?? 0n) + amount);
    const total = this.totals.get(currency) ?? { entries: 0, debit: 0n, credit: 0n };
    total.entries += 1;
    if (amount < 0n) total.debit -= amount;
    else total.credit += amount;
    this.totals.set(currency, total);
  }
}

/** The bytes as stored stand last in the line, so that they can be cut out unread. */
const lineOf = ({
  leaf,
  eventId,
  recordedMicros,
  stream,
  version,
  chainHash,
  raw,
}: LoggedEvent): string =>
  `{"leaf":${leaf?.n ?? 'null'},"id":"${eventId}","recordedMicros":${recordedMicros.toString()},"stream":${JSON.stringify(stream)},` +
  `"version":${version},"hash":"${chainHash.toString('hex')}","raw":${raw}}\n`;

const legLines = ({ eventId, legs }: LoggedEvent): string[] =>
  legs.map((leg) => {
    const amount = decimal(money(BigInt(leg.amountMinor), leg.currency as Currency));
    const at = new Date(Number(leg.effectiveMicros) / 1_000).toISOString();
    return row([...legText(leg).split(','), eventId, amount, at]);
  });

interface Stored {
  readonly type: string;
  readonly data: { fileId: string; sha256: string; size: number };
}

function evidenceOf({ stream, eventId, raw }: LoggedEvent): string[] {
  if (!stream.startsWith('file-')) return [];
  const { type, data } = JSON.parse(raw) as Stored;
  if (type !== 'FileStored') return [];
  return [row([data.fileId, data.sha256, String(data.size), eventId])];
}
