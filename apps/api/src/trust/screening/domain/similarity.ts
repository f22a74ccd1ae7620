import type { Token } from './name-tokens';

/** Jaro-Winkler: 1 for the same word, near it for a slip or two, more lenient at the end. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const jaro = jaroOf(a, b);
  let same = 0;
  while (same < 4 && same < a.length && a[same] === b[same]) same += 1;
  return jaro + same * 0.1 * (1 - jaro);
}

function jaroOf(a: string, b: string): number {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Uint8Array(b.length);
  let matched = '';
  for (let i = 0; i < a.length; i += 1)
    for (let j = Math.max(0, i - reach); j < Math.min(b.length, i + reach + 1); j += 1)
      if (!taken[j] && a[i] === b[j]) {
        taken[j] = 1;
        matched += a[i] ?? '';
        break;
      }
  if (matched === '') return 0;
  let crossed = 0;
  let next = 0;
  for (let j = 0; j < b.length; j += 1) if (taken[j] && b[j] !== matched[next++]) crossed += 1;
  const count = matched.length;
  return (count / a.length + count / b.length + (count - crossed / 2) / count) / 3;
}

const rows = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)] as const;
const longest = 62;

/** Edits between two words, a swap of neighbours counted as one (optimal string alignment). */
export function edits(a: string, b: string): number {
  if (a.length > longest || b.length > longest) return Math.max(a.length, b.length);
  let [before, last, row] = rows;
  for (let j = 0; j <= b.length; j += 1) last[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    row[0] = i;
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j += 1) {
      const other = b.charCodeAt(j - 1);
      const kept = (last[j - 1] ?? 0) + (letter === other ? 0 : 1);
      let least = Math.min(kept, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other)
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row[j] = least;
    }
    [before, last, row] = [last, row, before];
  }
  return last[b.length] ?? 0;
}

const sameSound = 0.94;
const consonants = 0.9;
const initial = 0.82;
/** Below it two words have nothing to do with each other. */
export const related = 0.74;

/** How much two words are one: spelling, one slip, sound, or an initial for a name. */
export function likeness(a: Token, b: Token): number {
  if (a.word === b.word) return 1;
  const [short, long] = a.word.length < b.word.length ? [a.word, b.word] : [b.word, a.word];
  if (short.length === 1) return long.startsWith(short) ? initial : 0;
  if (long.length - short.length > 5) return 0;
  const spelled = 1 - edits(a.word, b.word) / long.length;
  const sound = a.sound === b.sound ? soundLikeness(a, spelled, short) : 0;
  if (spelled < 0.6) return sound;
  // Jaro-Winkler alone takes many words for one that only share letters.
  const written = short.length < 4 ? spelled : Math.max(spelled, jaroWinkler(a.word, b.word));
  return Math.max(written, sound);
}

/**
 * Same consonants are the same word where it has some: `ali` and `ola` share one. Scripts that write
 * no vowels are taken at their consonants.
 */
function soundLikeness({ sound }: Token, spelled: number, short: string): number {
  if (!/[aeiou]/.test(short)) return consonants;
  const least = sound.length >= 3 ? 0.4 : 0.5;
  return spelled >= least ? sameSound : 0;
}
