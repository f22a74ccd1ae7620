// What people and other offices make of a name: the ways in which a listed name is written otherwise.

const pick = (dice, list) => list[Math.floor(dice() * list.length)];

/** Mulberry32: the same variants in every run. */
export function diceOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
const wordsOf = (name) => name.split(/\s+/).filter(Boolean);

/** One slip in one of the longer words: a letter lost, doubled, swapped, or another. */
function typo(name, dice) {
  const words = wordsOf(name);
  const long = words.flatMap((word, at) => (word.length >= 5 ? [at] : []));
  if (long.length === 0) return null;
  const at = pick(dice, long);
  const word = words[at];
  const place = 1 + Math.floor(dice() * (word.length - 2));
  const slips = [
    () => word.slice(0, place) + word.slice(place + 1),
    () => word.slice(0, place) + word[place] + word.slice(place),
    () => word.slice(0, place) + word[place + 1] + word[place] + word.slice(place + 2),
    () => word.slice(0, place) + pick(dice, letters) + word.slice(place + 1),
  ];
  return words.with(at, pick(dice, slips)()).join(' ');
}

function swapped(name) {
  const words = wordsOf(name);
  return words.length < 2 ? null : [words.at(-1), ...words.slice(0, -1)].join(' ');
}

const spellings = [
  [/mohammed|muhammad|mohamed/i, ['Mohammed', 'Muhammad', 'Mohamad', 'Mohamed', 'Muhammed']],
  [/hussein|husayn|hussain/i, ['Hussein', 'Husayn', 'Hussain', 'Hossein']],
  [/\bahmed|ahmad\b/i, ['Ahmed', 'Ahmad', 'Ahmet']],
  [/\babd al[- ]/i, ['Abdul ', 'Abdel ', 'Abd el-']],
  [/\bal-/i, ['Al ', 'El-', 'al']],
  [/ov\b/i, ['off', 'ow']],
  [/ev\b/i, ['eff', 'yev']],
  [/kh/i, ['h', 'x', 'ch']],
  [/sh/i, ['sch', 'ch']],
  [/q/i, ['k', 'g']],
  [/iy\b|yy\b/i, ['y', 'i', 'ij']],
  [/ee/i, ['i']],
  [/ou/i, ['u', 'oo']],
  [/y/i, ['i', 'j']],
];

function transliterated(name, dice) {
  const fitting = spellings.filter(([from]) => from.test(name));
  if (fitting.length === 0) return null;
  const [from, to] = pick(dice, fitting);
  return name.replace(from, pick(dice, to));
}

/** Only where three words or more are: the first and the last are what people go by. */
function dropped(name, dice) {
  const words = wordsOf(name);
  if (words.length < 3) return null;
  const at = 1 + Math.floor(dice() * (words.length - 2));
  return words.toSpliced(at, 1).join(' ');
}

function initials(name, dice) {
  const words = wordsOf(name);
  if (words.length < 3) return null;
  const at = Math.floor(dice() * (words.length - 1));
  return words.with(at, `${words[at][0]}.`).join(' ');
}

const accents = { a: 'á', e: 'é', i: 'ï', o: 'ö', u: 'ü', c: 'ç', n: 'ñ', s: 'š', z: 'ž' };
function accented(name, dice) {
  return name.replace(/[aeioucnsz]/gi, (letter) => {
    const other = accents[letter.toLowerCase()];
    return dice() < 0.3 ? (letter === letter.toUpperCase() ? other.toUpperCase() : other) : letter;
  });
}

function spaced(name, dice) {
  const words = name.split(/[\s-]+/).filter(Boolean);
  if (words.length < 2) return null;
  const at = Math.floor(dice() * (words.length - 1));
  return words.toSpliced(at, 2, `${words[at]}${words[at + 1]}`).join(' ');
}

export const kinds = {
  ...{ exact: (name) => name, typo, swapped, transliterated, dropped, initials, accented, spaced },
};

/** Every way in which this name can be written otherwise, once each. */
export function variantsOf(name, dice) {
  return Object.entries(kinds).flatMap(([kind, change]) => {
    const text = change(name, dice);
    return text === null ? [] : [{ kind, text }];
  });
}
