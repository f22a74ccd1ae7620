import type { Token } from './name-tokens';
import { edits, jaroWinkler, likeness, related } from './similarity';

export interface Weighed extends Token {
  /** How much the word tells people apart: rare ones more. */
  readonly weight: number;
}

export interface Name {
  readonly tokens: readonly Weighed[];
  readonly squashed: Token;
}

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly like: number;
}

/**
 * From 0 to 1. Words are paired in any order, the likest first; the shorter name has to be found in
 * the longer one, and what the longer one has on top takes a little off.
 */
export function scoreOf(asked: Name, listed: Name): number {
  const pairs = pairsOf(asked.tokens, listed.tokens);
  const words = wordScore(asked.tokens, listed.tokens, pairs);
  return words >= 0.97 ? words : Math.max(words, squashedScore(asked.squashed, listed.squashed));
}

function pairsOf(asked: readonly Weighed[], listed: readonly Weighed[]): Pair[] {
  const all: Pair[] = [];
  asked.forEach((one, a) => {
    listed.forEach((other, b) => {
      const like = likeness(one, other);
      if (like >= related) all.push({ a, b, like });
    });
  });
  all.sort((one, other) => other.like - one.like);
  let [usedA, usedB] = [0, 0];
  return all.filter(({ a, b }) => {
    if (usedA & (1 << a) || usedB & (1 << b)) return false;
    usedA |= 1 << a;
    usedB |= 1 << b;
    return true;
  });
}

/** How much of the score is about what only one of the two names has. */
const extra = 0.2;
/** What one matching word is worth when at least one name has more of them. */
const oneWord = 0.8;

function wordScore(
  asked: readonly Weighed[],
  listed: readonly Weighed[],
  pairs: readonly Pair[],
): number {
  const full = pairs.filter(({ a, b }) => isWord(asked[a]) && isWord(listed[b]));
  if (full.length === 0) return 0;
  let [found, sumOfA, sumOfB] = [0, 0, 0];
  for (const { a, b, like } of pairs) {
    const [one, other] = [asked[a]?.weight ?? 0, listed[b]?.weight ?? 0];
    found += like * (one + other);
    sumOfA += one;
    sumOfB += other;
  }
  const [whole, other] = [weightOf(asked), weightOf(listed)];
  const certain = found / (sumOfA + sumOfB);
  const [ofA, ofB] = [(sumOfA / whole) * certain, (sumOfB / other) * certain];
  const score = Math.max(ofA, ofB) * (1 - extra) + Math.min(ofA, ofB) * extra;
  // One word alone is a name only where nobody has more than one.
  const single = pairs.length === 1 && Math.max(asked.length, listed.length) > 1;
  return single ? Math.min(score, oneWord) : score;
}

const isWord = (token: Weighed | undefined): boolean => (token?.word.length ?? 0) > 1;
const weightOf = (tokens: readonly Weighed[]): number =>
  tokens.reduce((sum, { weight }) => sum + weight, 0);

/** Where the spaces were put elsewhere, the letters still come in the same order. */
function squashedScore(a: Token, b: Token): number {
  const [short, long] = a.word.length < b.word.length ? [a.word, b.word] : [b.word, a.word];
  if (short.length < 6) return 0;
  const sounded = a.sound === b.sound && a.sound.length >= 5;
  if (sounded && !/[aeiou]/.test(short)) return soundsSame;
  if (long.length - short.length > 3) return 0;
  if (sounded && edits(short, long) / long.length <= 0.3) return soundsSame;
  const like = jaroWinkler(short, long);
  return like >= 0.95 ? like : 0;
}

const soundsSame = 0.93;
