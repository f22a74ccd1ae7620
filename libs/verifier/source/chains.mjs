import { utf8 } from './bytes.mjs';
import { rowsOf } from './csv.mjs';

const eventTag = utf8('guildhall.event.v1\0');

/** Chains of streams: facts may come before their elders when transactions overtook each other. */
export class Chains {
  streams = new Map();

  constructor(bytes, platform, report) {
    this.platform = platform;
    this.report = report;
    this.room(4_096);
    for (const {
      cells: [stream, first, previous, last, head],
    } of rowsOf(bytes, platform))
      this.streams.set(stream, {
        next: Number(first),
        head: previous,
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
    if (this.hashOf(known, stream, version, raw) !== hash)
      this.report.broken(`event ${name} altered`);
    known.head = hash;
    known.next = version + 1;
  }

  /** Tag, head before, name, version and bytes, the two texts with their lengths before them. */
  hashOf(known, stream, version, raw) {
    known.name ??= utf8(stream);
    const { head, name } = known;
    let at = eventTag.length;
    const size = at + head.length / 2 + name.length + raw.length + 16;
    if (size > this.packed.length) this.room(size);
    this.platform.putHex(this.packed, head, at);
    at += head.length / 2;
    this.view.setUint32(at, name.length);
    this.packed.set(name, at + 4);
    at += 4 + name.length;
    this.view.setUint32(at, Math.floor(version / 2 ** 32));
    this.view.setUint32(at + 4, version % 2 ** 32);
    this.view.setUint32(at + 8, raw.length);
    this.packed.set(raw, at + 12);
    return this.platform.sha256(this.packed.subarray(0, at + 12 + raw.length));
  }

  room(size) {
    this.packed = new Uint8Array(size * 2);
    this.packed.set(eventTag);
    this.view = new DataView(this.packed.buffer);
  }

  finish() {
    for (const [stream, { next, last, head, end }] of this.streams) {
      if (next !== last + 1) this.report.broken(`${stream} lacks its event ${next}`);
      else if (head !== end) this.report.broken(`${stream} does not end where it is said to`);
    }
  }
}
