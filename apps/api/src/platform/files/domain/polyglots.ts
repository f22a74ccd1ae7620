const endOfZip = Buffer.from('PK\x05\x06', 'latin1');
const endBytes = 22;
const longestComment = 65_535;

/** Whether an unpacker would take these bytes for an archive: it reads from the end. */
function endsAsZip(bytes: Buffer): boolean {
  const from = Math.max(0, bytes.length - endBytes - longestComment);
  for (let at = bytes.lastIndexOf(endOfZip); at >= from; at = bytes.lastIndexOf(endOfZip, at - 1)) {
    const room = bytes.length - at - endBytes;
    if (room >= 0 && bytes.readUInt16LE(at + endBytes - 2) === room) return true;
    if (at === 0) return false;
  }
  return false;
}

const pdfHead = 1_024;
const isPdf = (bytes: Buffer): boolean => bytes.subarray(0, pdfHead).includes('%PDF-');

/** A picture that also runs as a script begins like one thing and is commented into the other. */
const isScript = (bytes: Buffer): boolean =>
  /^GIF8[79]a[\s]*(=|\/\*|\/\/)/.test(bytes.toString('latin1', 0, 32));

/** One file, two kinds: harmless to whoever looks at it as the one, and not as the other. */
export function isTwoThings(bytes: Buffer, mediaType: string): boolean {
  const isZip = mediaType === 'application/zip' || mediaType.includes('openxmlformats');
  if (isZip) return isPdf(bytes);
  if (mediaType === 'application/pdf') return endsAsZip(bytes);
  // A text may well speak of a PDF.
  const isText = /^text\/|json$/.test(mediaType);
  return endsAsZip(bytes) || (!isText && (isPdf(bytes) || isScript(bytes)));
}
