import { ServerFeaturesService } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb';
import * as features from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb';
import * as words from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb';
import { StreamsService } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb';
import * as pb from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb';
import {
  Server,
  ServerCredentials,
  status,
  type sendUnaryData,
  type ServerReadableStream,
  type ServerWritableStream,
} from '@grpc/grpc-js';

interface Kept {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly place: number;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  readonly created: bigint;
}

const ticks = 10_000n;

/**
 * A log that speaks KurrentDB's protocol, over the definitions that its own client was generated from:
 * appends with an expected revision, the same event twice is one, reads and subscriptions. It is not the
 * server: what it does not do was not tried.
 */
export class KurrentPeer {
  readonly log: Kept[] = [];
  /** Ends the next append after it was written and before it is answered. */
  loseNextAnswer = false;
  private readonly server = new Server();
  private readonly listeners = new Set<() => void>();

  async start(): Promise<string> {
    this.server.addService(StreamsService, {
      append: this.append,
      read: this.read,
    });
    this.server.addService(ServerFeaturesService, { getSupportedMethods: supported });
    const port = await new Promise<number>((ready, failed) => {
      this.server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => {
        if (error) failed(error);
        else ready(bound);
      });
    });
    return `kurrentdb://127.0.0.1:${String(port)}?tls=false`;
  }

  stop(): void {
    this.server.forceShutdown();
  }

  /** What somebody else, or the server itself, writes. */
  put(stream: string, id: string, body: object, type = 'Noted'): void {
    this.keep(stream, [
      {
        id,
        type,
        contentType: 'application/json',
        data: Buffer.from(JSON.stringify(body)),
        metadata: Buffer.alloc(0),
      },
    ]);
  }

  private of(stream: string): Kept[] {
    return this.log.filter((one) => one.stream === stream);
  }

  private keep(
    stream: string,
    events: Pick<Kept, 'id' | 'type' | 'contentType' | 'data' | 'metadata'>[],
  ) {
    for (const event of events) {
      const revision = this.of(stream).length;
      const place = (this.log.length + 1) * 100;
      const created = (BigInt(Date.now()) + 62_135_596_800_000n) * ticks;
      this.log.push({ ...event, stream, revision, place, created });
    }
    for (const wake of this.listeners) wake();
  }

  private readonly append = (
    call: ServerReadableStream<pb.AppendReq, pb.AppendResp>,
    answer: sendUnaryData<pb.AppendResp>,
  ): void => {
    let options: pb.AppendReq.Options | undefined;
    const events: Parameters<KurrentPeer['keep']>[1] = [];
    call.on('data', (request: pb.AppendReq) => {
      const message = request.getProposedMessage();
      options ??= request.getOptions();
      if (message) events.push(proposed(message));
    });
    call.on('end', () => {
      if (!options) return;
      const stream = nameIn(options);
      const there = this.of(stream);
      const expected = expectedIn(options);
      const first = there[expected + 1];
      const isRepeated = expected >= -1 && first !== undefined && first.id === events[0]?.id;
      if (!isRepeated) {
        if (expected >= -1 && expected !== there.length - 1) {
          answer(null, wrong(there.length - 1));
          return;
        }
        this.keep(stream, events);
      }
      if (this.loseNextAnswer) {
        this.loseNextAnswer = false;
        answer({ code: status.UNAVAILABLE, details: 'the connection was lost' });
        return;
      }
      answer(null, done(this.of(stream).at(-1)));
    });
  };

  private readonly read = (call: ServerWritableStream<pb.ReadReq, pb.ReadResp>): void => {
    const options = call.request.getOptions();
    if (!options) return;
    const own = options.getStream();
    const stream = own ? nameIn(own) : null;
    if (stream !== null && this.of(stream).length === 0) {
      const missing = new pb.ReadResp.StreamNotFound().setStreamIdentifier(identifier(stream));
      call.write(new pb.ReadResp().setStreamNotFound(missing));
      call.end();
      return;
    }
    const isWanted = wanted(options, stream);
    if (!options.hasSubscription()) {
      const found = this.log.filter(isWanted).slice(0, Number(options.getCount()));
      for (const event of found) call.write(told(event));
      call.end();
      return;
    }
    const confirmed = new pb.ReadResp.SubscriptionConfirmation().setSubscriptionId('sub-1');
    call.write(new pb.ReadResp().setConfirmation(confirmed));
    let next = 0;
    const send = () => {
      for (; next < this.log.length; next += 1) {
        const event = this.log[next];
        if (event && isWanted(event)) call.write(told(event));
      }
    };
    this.listeners.add(send);
    call.on('cancelled', () => this.listeners.delete(send));
    send();
  };
}

function supported(_: unknown, answer: sendUnaryData<features.SupportedMethods>): void {
  const methods = ['append', 'read'].map((name) =>
    new features.SupportedMethod()
      .setMethodName(name)
      .setServiceName('event_store.client.streams.streams'),
  );
  const list = new features.SupportedMethods().setMethodsList(methods);
  answer(null, list.setEventStoreServerVersion('25.1.0'));
}

interface Named {
  getStreamIdentifier(): words.StreamIdentifier | undefined;
}

const nameIn = (options: Named): string =>
  Buffer.from(options.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString();

const identifier = (stream: string) =>
  new words.StreamIdentifier().setStreamName(Buffer.from(stream).toString('base64'));

/** -2: any; -1: no stream yet. */
function expectedIn(options: pb.AppendReq.Options): number {
  if (options.hasRevision()) return Number(options.getRevision());
  return options.hasNoStream() ? -1 : -2;
}

function proposed(message: pb.AppendReq.ProposedMessage) {
  const system = message.getMetadataMap();
  return {
    id: message.getId()?.getString() ?? '',
    type: String(system.get('type')),
    contentType: String(system.get('content-type')),
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

function wrong(current: number) {
  const why = new pb.AppendResp.WrongExpectedVersion();
  if (current < 0) why.setCurrentNoStream(new words.Empty());
  else why.setCurrentRevision(String(current));
  return new pb.AppendResp().setWrongExpectedVersion(why);
}

function done(last: Kept | undefined) {
  const place = String(last?.place ?? 0);
  const position = new pb.AppendResp.Position().setCommitPosition(place).setPreparePosition(place);
  const success = new pb.AppendResp.Success()
    .setCurrentRevision(String(last?.revision ?? 0))
    .setPosition(position);
  return new pb.AppendResp().setSuccess(success);
}

/** From a place on, that one included, as the server does. */
function wanted(options: pb.ReadReq.Options, stream: string | null): (event: Kept) => boolean {
  if (stream !== null) {
    const revision = options.getStream()?.getRevision() ?? '';
    return (event) => event.stream === stream && event.revision >= Number(revision);
  }
  const from = Number(options.getAll()?.getPosition()?.getCommitPosition() ?? 0);
  return (event) => event.place >= from;
}

function told(event: Kept) {
  const place = String(event.place);
  const recorded = new pb.ReadResp.ReadEvent.RecordedEvent()
    .setId(new words.UUID().setString(event.id))
    .setStreamIdentifier(identifier(event.stream))
    .setStreamRevision(String(event.revision))
    .setCommitPosition(place)
    .setPreparePosition(place)
    .setData(event.data)
    .setCustomMetadata(event.metadata);
  const system = recorded.getMetadataMap();
  system.set('type', event.type);
  system.set('content-type', event.contentType);
  system.set('created', String(event.created));
  const read = new pb.ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(place);
  return new pb.ReadResp().setEvent(read);
}
