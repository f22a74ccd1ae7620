import { createHash } from 'node:crypto';

/*
 * What the signed log holds of an event. The entry is public, so it says nothing by itself: hashes
 * over ids that are random, and the instant at which the database took the event in.
 */

const leafTag = Buffer.from('guildhall.leaf.v1\0', 'utf8');
const legsTag = 'guildhall.legs.v1\0';

/** One side of a journal as the ledger stores it. Times are whole microseconds since 1970. */
export interface StoredLeg {
  readonly entryId: string;
  readonly account: string;
  readonly kind: string;
  readonly currency: string;
  readonly amountMinor: string;
  /** Running balance and its number; null on hot accounts, which have none. */
  readonly balanceMinor: string | null;
  readonly accountVersion: string | null;
  readonly effectiveMicros: string;
  readonly recordedMicros: string;
}

export interface LeafSource {
  readonly eventId: string;
  /** The chain hash covers stream, version, the raw bytes and all before them. */
  readonly chainHash: Buffer;
  readonly recordedMicros: bigint;
  readonly legs: readonly StoredLeg[];
}

/** The text that stands for a leg in the log and in `entries.csv`: its columns, comma-separated. */
export const legText = (leg: StoredLeg): string =>
  [
    leg.entryId,
    leg.account,
    leg.kind,
    leg.currency,
    leg.amountMinor,
    leg.balanceMinor ?? '',
    leg.accountVersion ?? '',
    leg.effectiveMicros,
    leg.recordedMicros,
  ].join(',');

/** Tag, chain hash, instant, and the hash of the legs where the event moved money. */
export function leafEntry({ eventId, chainHash, recordedMicros, legs }: LeafSource): Buffer {
  const at = Buffer.alloc(8);
  at.writeBigInt64BE(recordedMicros);
  const parts = [leafTag, chainHash, at];
  if (legs.length > 0) {
    const lines = legs.map((leg) => `${legText(leg)}\n`).join('');
    parts.push(createHash('sha256').update(`${legsTag}${eventId}\n${lines}`, 'utf8').digest());
  }
  return Buffer.concat(parts);
}
