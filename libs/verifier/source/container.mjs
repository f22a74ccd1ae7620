import { utf8 } from './bytes.mjs';

const block = 512;

/** Names and contents of a plain tar; every byte of it has to be what we would write ourselves. */
export function unpack(bytes, platform, report) {
  const files = new Map();
  let at = 0;
  for (;;) {
    const header = bytes.subarray(at, at + block);
    if (header.length < block) return cut(files, report);
    if (header.every((byte) => byte === 0)) break;
    const name = platform.latin1(header, 0, 100).replace(/\0.*$/s, '');
    const size = parseInt(platform.latin1(header, 124, 135), 8);
    const wanted = tarHeader(name, size);
    if (header.some((byte, place) => byte !== wanted[place])) {
      report.broken(`the container is altered at byte ${at}`);
      return files;
    }
    const end = at + block + Math.ceil(size / block) * block;
    if (bytes.length < end) return cut(files, report);
    if (bytes.subarray(at + block + size, end).some((byte) => byte !== 0))
      report.broken(`the container is altered behind ${name}`);
    const inside = name.replace(/^[^/]+\//, '');
    if (files.has(inside)) report.broken(`${inside} is there twice`);
    files.set(inside, bytes.subarray(at + block, at + block + size));
    at = end;
  }
  if (bytes.length < at + 2 * block) return cut(files, report);
  if (bytes.length > at + 2 * block || bytes.subarray(at).some((byte) => byte !== 0))
    report.broken('there is something behind the end of the container');
  return files;
}

function cut(files, report) {
  report.missing('the file is cut short');
  files.isCut = true;
  return files;
}

/** The one header that a file of this name and size has: no owner, no time, mode 0644. */
export function tarHeader(name, size) {
  const header = new Uint8Array(block);
  const put = (text, at) => header.set(utf8(text), at);
  const octal = (value, digits) => value.toString(8).padStart(digits, '0');
  put(name, 0);
  put(`0000644\0${octal(0, 7)}\0${octal(0, 7)}\0${octal(size, 11)}\0${octal(0, 11)}\0`, 100);
  put('        0', 148);
  put('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  put(`${octal(sum, 6)}\0 `, 148);
  return header;
}
