const encoder = new TextEncoder();

export const utf8 = (text) => encoder.encode(text);

export const same = (a, b) => a.length === b.length && a.every((byte, at) => byte === b[at]);

export function join(...parts) {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
  return whole;
}
