/**
 * Names as the matcher sees them. What comes in is already folded to ASCII letters
 * (`adapters/fold-name.ts`); what goes out are words, and the sound of each word.
 */

export interface Token {
  readonly word: string;
  readonly sound: string;
}

const soft = /(?<=[a-z])['`](?=[a-z])/g;
const split = /[^a-z0-9]+/;

/** The words of a folded name. An apostrophe inside a word is a letter that nobody writes the same. */
export function tokensOf(folded: string): Token[] {
  const words = folded.toLowerCase().replace(soft, '').split(split).filter(Boolean);
  return words.map((word) => ({ word, sound: soundOf(word) }));
}

/** Spellings of one sound, the longest first: how Arabic, Russian, Hindi and Chinese names vary. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/(?:sch|shch|tch|sh|ch|ts|tz|zh|cz)/g, 's'],
  [/ph/g, 'f'],
  [/(?:kh|gh|ck|q|c)/g, 'k'],
  [/(?:dh|th)/g, 't'],
  [/(?:dj|j)/g, 'g'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  [/[wbp]/g, 'v'],
  [/d/g, 't'],
  [/g/g, 'k'],
  [/m/g, 'n'],
  [/[aeiouyh]/g, ''],
  [/(.)\1+/g, '$1'],
];

/** The consonants of a word, by sound: mohammed, muhamad and mhmd are one. Numbers are themselves. */
export function soundOf(word: string): string {
  if (/\d/.test(word)) return word;
  return sounds.reduce((text, [spelling, sound]) => text.replace(spelling, sound), word) || 'a';
}
