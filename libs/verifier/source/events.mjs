import { utf8 } from './bytes.mjs';
import { rowsOf } from './csv.mjs';

const leafTag = utf8('guildhall.leaf.v1\0');
const legsTag = 'guildhall.legs.v1\0';
const marker = '","metadata":{';
const head =
  /^\{"leaf":(\d+|null),"id":"([0-9a-f-]{36})","recordedMicros":(\d+),"stream":"([^"\\]{3,110})","version":(\d+),"hash":"([0-9a-f]{64})","raw":/;

/** Events as they are stored, one a line: who is next, and the bytes themselves. */
export function* eventsOf(bytes, platform, report) {
  let at = 0;
  let number = 0;
  while (at < bytes.length) {
    let end = bytes.indexOf(10, at);
    if (end < 0) end = bytes.length;
    number += 1;
    const start = platform.latin1(bytes, at, Math.min(end, at + 330));
    const found = head.exec(start);
    if (!found || bytes[end - 1] !== 125) report.broken(`line ${number} of the events is altered`);
    else {
      const [text, leaf, id, micros, stream, version, hash] = found;
      const raw = bytes.subarray(at + text.length, end - 1);
      const name = leaf === 'null' ? `${stream} ${version}` : leaf;
      yield {
        name,
        leaf: leaf === 'null' ? null : Number(leaf),
        micros: Number(micros),
        stream,
        version: Number(version),
        hash,
        raw,
        id,
      };
    }
    at = end + 1;
  }
}

/** The id beside the bytes of an event is the one inside them, before the metadata. */
export function checkId({ name, id, raw }, platform, report) {
  const text = platform.latin1(raw, Math.max(0, raw.length - 700), raw.length);
  const at = text.lastIndexOf(marker);
  if (at < 36 || text.slice(at - 36, at) !== id)
    report.broken(`event ${name} altered: its id is another one`);
}

/** Rows of entries.csv beside the events they belong to: the same order, so one look ahead is enough. */
export class Legs {
  constructor(bytes, platform) {
    this.rows = rowsOf(bytes, platform);
    this.ahead = this.rows.next();
  }

  of(id) {
    if (this.ahead.done || this.ahead.value.cells[9] !== id) return noLegs;
    const legs = [];
    while (!this.ahead.done && this.ahead.value.cells[9] === id) {
      legs.push(this.ahead.value);
      this.ahead = this.rows.next();
    }
    return legs;
  }
}

const noLegs = [];
const scratch = new Uint8Array(1 + leafTag.length + 32 + 8 + 32);
const view = new DataView(scratch.buffer);
scratch.set(leafTag, 1);

/** The hash under which an event and its legs stand in the log. */
export function leafOf({ id, hash, micros }, legs, platform) {
  const at = 1 + leafTag.length;
  platform.putHex(scratch, hash, at);
  view.setUint32(at + 32, Math.floor(micros / 2 ** 32));
  view.setUint32(at + 36, micros % 2 ** 32);
  if (legs.length === 0) return platform.sha256(scratch.subarray(0, at + 40));
  let text = `${legsTag}${id}\n`;
  for (const leg of legs) text += `${entryOf(leg, id)}\n`;
  platform.putHex(scratch, platform.sha256(text), at + 40);
  return platform.sha256(scratch);
}

/** An entry as it was hashed: what stands before the event it belongs to. */
const entryOf = ({ cells, plain }, id) =>
  plain ? plain.slice(0, plain.indexOf(`,${id}`)) : cells.slice(0, 9).join(',');

/** Compares what an event comes to with the hash that the log has for its number. */
export function checkLeaf(event, legs, { leaves, place }, platform, report) {
  if (event.leaf === null) {
    report.broken(`event ${event.name} is in the record but not in the log`);
    return;
  }
  if (leafOf(event, legs, platform) !== platform.hex(leaves, place * 32, place * 32 + 32))
    report.broken(`event ${event.name} altered: it or its entries are not what the log holds`);
}
