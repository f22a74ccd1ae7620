import anyAscii from 'any-ascii';

/**
 * A name in any script, as ASCII: Арсений, عبد الله, चन्द्र and 王伟 become letters that can be compared.
 * Compatibility forms and marks go first, so that é and é are one.
 */
export function foldName(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}+/gu, (marks) => keptMarks(marks));
  return anyAscii(plain.normalize('NFC')).toLowerCase();
}

/** Vowel signs of Indic scripts are marks as well, and they are sounds; accents of Latin are not. */
const keptMarks = (marks: string): string => marks.replace(/[\u0300-\u036f\u064b-\u065f]/g, '');
