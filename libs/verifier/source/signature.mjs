import { join, same, utf8 } from './bytes.mjs';

/** Key, text and signature of a note with one signature, written the one way it may be. */
function openNote(note, vkey, platform) {
  const [, name = '', material = ''] = /^([^\s+]+)\+[0-9a-f]{8}\+(.+)$/.exec(vkey) ?? [];
  const key = platform.fromBase64(material);
  const end = note.indexOf('\n\n');
  const [, signer, base64 = ''] = /^— (\S+) (\S+)\n/.exec(note.slice(end + 2)) ?? [];
  const signed = platform.fromBase64(base64);
  const id = platform.fromHex(platform.sha256(join(utf8(`${name}\n`), key))).subarray(0, 4);
  const isRight = signer === name && key[0] === 1 && same(signed.subarray(0, 4), id);
  const isCanonical = platform.toBase64(signed) === base64;
  return {
    text: note.slice(0, end + 1),
    key: key.subarray(1),
    signature: signed.subarray(4),
    isRight: isRight && isCanonical,
  };
}

export async function isSigned(note, vkey, platform) {
  try {
    const { text, key, signature, isRight } = openNote(note, vkey, platform);
    return isRight && (await platform.verify(key, utf8(text), signature));
  } catch {
    return false;
  }
}
