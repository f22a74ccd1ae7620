import { join, same, utf8 } from './bytes.mjs';
import { rowsOf } from './csv.mjs';

const eventTag = 'guildhall.event.v1\0';

/** Chains of streams: facts may come before their elders when transactions overtook each other. */
export class Chains {
  streams = new Map();

  constructor(bytes, platform, report) {
    this.platform = platform;
    this.report = report;
    for (const {
      cells: [stream, first, previous, last, head],
    } of rowsOf(bytes, platform))
      this.streams.set(stream, {
        next: Number(first),
        head: platform.fromHex(previous),
        last: Number(last),
        end: head,
        early: new Map(),
      });
  }

  add(stream, event) {
    const known = this.streams.get(stream);
    if (!known) return this.report.broken(`event ${event.name} is of a stream that is not listed`);
    if (event.version !== known.next) {
      if (event.version < known.next || known.early.has(event.version))
        this.report.broken(`event ${event.name} is there twice or out of order`);
      else known.early.set(event.version, event);
      return undefined;
    }
    this.link(stream, known, event);
    for (let next = known.early.get(known.next); next; next = known.early.get(known.next)) {
      known.early.delete(known.next);
      this.link(stream, known, next);
    }
    return undefined;
  }

  link(stream, known, { name, version, hash, raw }) {
    if (!same(this.hashOf(known.head, stream, version, raw), hash))
      this.report.broken(`event ${name} altered`);
    known.head = hash;
    known.next = version + 1;
  }

  hashOf(head, stream, version, raw) {
    const name = utf8(stream);
    const numbers = new DataView(new ArrayBuffer(16));
    numbers.setUint32(0, name.length);
    numbers.setBigInt64(4, BigInt(version));
    numbers.setUint32(12, raw.length);
    const packed = new Uint8Array(numbers.buffer);
    return this.platform.sha256(
      join(utf8(eventTag), head, packed.subarray(0, 4), name, packed.subarray(4), raw),
    );
  }

  finish() {
    for (const [stream, { next, last, head, end }] of this.streams) {
      if (next !== last + 1) this.report.broken(`${stream} lacks its event ${next}`);
      else if (this.platform.hex(head) !== end)
        this.report.broken(`${stream} does not end where it is said to`);
    }
  }
}
