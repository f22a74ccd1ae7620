import {
  ANY,
  jsonEvent,
  KurrentDBClient,
  NO_STREAM,
  START,
  StreamNotFoundError,
  WrongExpectedVersionError,
  type JSONType,
  type ReadPosition,
} from '@kurrent/kurrentdb-client';
import { randomUUIDv7 } from 'node:crypto';
import { canonical } from './chain';
import { NotPromised, type EventStore, type Page, type Subscription } from './event-store';
import {
  isAfter,
  StaleStream,
  type Append,
  type Position,
  type RawEvent,
  type Recorded,
} from './record';

/** KurrentDB has another event where ours belongs: somebody else writes there. */
export class Diverged extends Error {
  override readonly name = 'Diverged';
}

/** What stands beside an event: when it was recorded, the chain's hash, bytes that JSON would change. */
interface Beside {
  readonly recordedAt?: string;
  readonly hash?: string;
  readonly raw?: string;
}

interface Event {
  readonly id: string;
  readonly streamId: string;
  readonly type: string;
  readonly revision: bigint;
  readonly data: unknown;
  readonly metadata?: unknown;
  readonly created: Date;
  readonly position?: { readonly commit: bigint; readonly prepare: bigint } | undefined;
}

const isOurs = ({ streamId }: Event): boolean => !streamId.startsWith('$');

/**
 * KurrentDB through its own client: the same reads, and a copy of the record. A revision is a version
 * less one; commit and prepare are the two halves of a position. It promises neither journals nor
 * idempotent answers nor several streams at once: those stay in PostgreSQL.
 */
export class KurrentStore implements EventStore {
  private readonly client: KurrentDBClient;

  constructor(url: string) {
    this.client = KurrentDBClient.connectionString(url);
  }

  async append({ streams, journals = [], idempotency, metadata }: Append): Promise<void> {
    const [only, ...others] = streams;
    if (journals.length > 0 || idempotency || others.length > 0)
      throw new NotPromised('KurrentDB takes the facts of one stream and nothing beside them');
    if (!only) return;
    const events = only.facts.map((fact) => {
      const id = randomUUIDv7();
      return toEvent(id, fact.type, canonical({ ...fact, id, metadata, schemaVersion: 1 }), {});
    });
    await this.write(only.stream, only.expected, events);
  }

  /**
   * An event of the record as it is there, at its own place. Again is harmless: the same id at the same
   * place is the same event. Rejects Diverged when another one is there.
   */
  async copy({ eventId, stream, version, type, raw, hash, recordedAt }: RawEvent): Promise<void> {
    const event = toEvent(eventId, type, raw, { recordedAt, hash });
    try {
      await this.write(stream, version - 1, [event]);
    } catch (error) {
      if (!(error instanceof StaleStream)) throw error;
      const [there] = await this.readStream(stream, version - 1, 1);
      if (there?.id !== eventId) throw new Diverged(`${stream} has another event ${version}`);
    }
  }

  async readStream(stream: string, after = 0, limit = Number.MAX_SAFE_INTEGER) {
    const found: Recorded[] = [];
    try {
      const options = { fromRevision: BigInt(after), maxCount: limit };
      for await (const { event } of this.client.readStream(stream, options))
        if (event) found.push(toRecorded(event));
    } catch (error) {
      if (!(error instanceof StreamNotFoundError)) throw error;
    }
    return found;
  }

  /** Reading begins with the event at the position, which was seen already. */
  async readAll(after: Position, limit: number): Promise<Page> {
    const events: Recorded[] = [];
    let upTo = after;
    let seen = 0;
    const options = { fromPosition: from(after), maxCount: limit + 1 };
    for await (const { event } of this.client.readAll(options)) {
      seen += 1;
      if (!event || !isAfter(placeOf(event), after) || events.length === limit) continue;
      upTo = placeOf(event);
      if (isOurs(event)) events.push(toRecorded(event));
    }
    return { events, upTo, full: seen > limit };
  }

  subscribe(
    after: Position,
    take: (event: Recorded) => Promise<void>,
    failed: (reason: unknown) => void,
  ): Subscription {
    const subscription = this.client.subscribeToAll({ fromPosition: from(after) });
    let stopped = false;
    const follow = async () => {
      for await (const { event } of subscription) {
        if (stopped) return;
        if (event && isOurs(event) && isAfter(placeOf(event), after)) await take(toRecorded(event));
      }
    };
    const running = follow().catch((error: unknown) => {
      if (!stopped) failed(error);
    });
    return {
      stop: async () => {
        stopped = true;
        await subscription.unsubscribe();
        await running;
      },
    };
  }

  async close(): Promise<void> {
    await this.client.dispose();
  }

  private async write(
    stream: string,
    expected: number | 'any',
    events: ReturnType<typeof toEvent>[],
  ): Promise<void> {
    const streamState = stateOf(expected);
    try {
      await this.client.appendToStream(stream, events, { streamState });
    } catch (error) {
      if (error instanceof WrongExpectedVersionError)
        throw new StaleStream(`${stream} is not at ${expected}`);
      throw error;
    }
  }
}

function stateOf(expected: number | 'any') {
  if (expected === 'any') return ANY;
  return expected === 0 ? NO_STREAM : BigInt(expected - 1);
}

const from = ({ xid, pos }: Position): ReadPosition =>
  xid === 0n && pos === 0n ? START : { commit: xid, prepare: pos };

const placeOf = ({ position }: Event): Position => ({
  xid: position?.commit ?? 0n,
  pos: position?.prepare ?? 0n,
});

/** Its JSON is the bytes of the record; where the client would write them otherwise they stand beside. */
function toEvent(id: string, type: string, raw: string, beside: Beside) {
  const body = JSON.parse(raw) as JSONType;
  const metadata = JSON.stringify(body) === raw ? beside : { ...beside, raw };
  return jsonEvent({ id, type, data: body, metadata: metadata as JSONType });
}

function toRecorded(event: Event): Recorded {
  const { recordedAt, raw } = (event.metadata ?? {}) as Beside;
  const body = (raw === undefined ? event.data : JSON.parse(raw)) as Recorded;
  return {
    id: event.id,
    type: event.type,
    data: body.data,
    metadata: body.metadata,
    schemaVersion: body.schemaVersion,
    stream: event.streamId,
    version: Number(event.revision) + 1,
    position: placeOf(event),
    recordedAt: recordedAt ?? event.created.toISOString(),
  };
}
