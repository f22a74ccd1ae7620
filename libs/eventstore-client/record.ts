import type { Currency } from '@money';

/** Any way to ask the database, so that an append joins whatever transaction is open. */
export interface Sql {
  /** `name` makes it a prepared statement where the driver can. */
  query<Row extends object>(
    text: string,
    values?: readonly unknown[],
    name?: string,
  ): Promise<Row[]>;
}

export interface Actor {
  readonly type: 'guest' | 'user' | 'staff' | 'system' | 'gateway';
  readonly id: string;
  /** The key by which a program acted for this person: `key:<id>`, or `service:<id>` of its account. */
  readonly via?: string;
}

/** Who, why and from where; the same on every event. `causation` is the event or command before. */
export interface Metadata {
  readonly actor: Actor;
  readonly at: string;
  readonly correlation: string;
  readonly causation: string;
}

export interface Fact<Type extends string = string, Body = unknown> {
  readonly type: Type;
  readonly data: Body;
}

export interface StreamFacts {
  /** `<category>-<id>` */
  readonly stream: string;
  /** Version before these facts; `any` where the facts commute. */
  readonly expected: number | 'any';
  readonly facts: readonly Fact[];
}

/** One side of a journal. Positive: owed to the account; all legs of a journal sum to zero. */
export interface Leg {
  /** `wallet:<id>:available`, `escrow:<id>`, `fees`, `tax`, `gateway:razorpay`, `bank:razorpayx` */
  readonly account: string;
  readonly amountMinor: bigint;
  readonly currency: Currency;
  /** What a statement calls this row. */
  readonly kind: string;
}

/** Balanced legs and the fact that carries them; the journal's id is the fact's event id. */
export interface Journal {
  readonly cause: Fact;
  readonly legs: readonly Leg[];
}

export interface Idempotency {
  readonly scope: string;
  readonly key: string;
  /** SHA-256 of the canonical request. */
  readonly request: Buffer;
  readonly response: unknown;
}

export interface Append {
  readonly streams: readonly StreamFacts[];
  readonly journals?: readonly Journal[];
  readonly idempotency?: Idempotency | undefined;
  readonly metadata: Metadata;
}

/** A place in the feed. Ordered by xid, then pos; both unsigned 64 bit. */
export interface Position {
  readonly xid: bigint;
  readonly pos: bigint;
}

export const start: Position = { xid: 0n, pos: 0n };

export const isAfter = (a: Position, b: Position): boolean =>
  a.xid === b.xid ? a.pos > b.pos : a.xid > b.xid;

export interface Appended {
  readonly replayed: boolean;
  /** The stored answer of the first call when replayed. */
  readonly response: unknown;
  readonly position: Position;
}

export interface Recorded<Type extends string = string, Body = unknown> extends Fact<Type, Body> {
  readonly id: string;
  readonly stream: string;
  readonly version: number;
  readonly schemaVersion: number;
  readonly metadata: Metadata;
  readonly position: Position;
  readonly recordedAt: string;
}

/** The bytes as sent, and the chain hash over them and all before them in the stream (hex). */
export interface RawEvent {
  readonly eventId: string;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly recordedAt: string;
  readonly raw: string;
  readonly hash: string;
}

/** The store said no, and wrote nothing. */
export abstract class Refused extends Error {}

/** The stream moved on since it was read (409). */
export class StaleStream extends Refused {
  override readonly name = 'StaleStream';
}

/** The same idempotency key came with another body (422). */
export class KeyReused extends Refused {
  override readonly name = 'KeyReused';
}

/** An account would go below zero (422). */
export class Overdrawn extends Refused {
  override readonly name = 'Overdrawn';
}
