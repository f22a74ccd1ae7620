import type { Append, Position, Recorded } from './record';

/** A part of the feed: every event once, in order, and how far it reaches. */
export interface Page {
  readonly events: readonly Recorded[];
  readonly upTo: Position;
  readonly full: boolean;
}

export interface Subscription {
  /** Resolves when nothing is being taken any more. */
  stop(): Promise<void>;
}

/** What every adapter can do. Journals and idempotent answers are PostgreSQL's alone. */
export interface EventStore {
  /** Rejects StaleStream when a stream is not at the version it is expected at. */
  append(what: Append): Promise<void>;
  /** Events of a stream after a version; none when there is no such stream. */
  readStream(stream: string, after?: number): Promise<Recorded[]>;
  readAll(after: Position, limit: number): Promise<Page>;
  /** What was and what comes, one after the other; `failed` hears why it ended, then nothing comes. */
  subscribe(
    after: Position,
    take: (event: Recorded) => Promise<void>,
    failed: (reason: unknown) => void,
  ): Subscription;
}

/** An adapter was asked for what it cannot promise. */
export class NotPromised extends Error {
  override readonly name = 'NotPromised';
}
