/**
 * What people write is plain text, and nothing in it is a language. What nobody sees is taken out when it
 * is written: it turns letters round, makes two names look the same, and is no part of any word.
 */
const marks =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;
const fillers = /\u034f|\u17b4|\u17b5|[\u115f\u1160\u3164\uffa0]/gu;

/** Letters that a joiner joins or keeps apart, and emoji, which it puts together. */
const joinable = [
  /[\p{scx=Arab}\p{scx=Deva}\p{scx=Beng}\p{scx=Gujr}\p{scx=Guru}\p{scx=Orya}]/u,
  /[\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Taml}\p{scx=Telu}]/u,
  /[\p{ExtPict}\p{Emoji_Modifier}\ufe0f]/u,
];

/** A joiner between other letters is seen by nobody. */
function kept(joiner: string, at: number, words: string): string {
  const [before = ''] = [...words.slice(Math.max(0, at - 2), at)].slice(-1);
  return joinable.some((letters) => letters.test(before)) ? joiner : '';
}

const seen = (words: string): string =>
  words
    .normalize('NFC')
    .replace(marks, '')
    .replace(fillers, '')
    .replace(/[\u200c\u200d]/gu, kept);

/** One line: whatever ends one is a space. */
export const asLine = (words: string): string =>
  seen(words.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '));

/** Many lines, each ended in the same way. Of what controls a machine, the tab stays. */
export const asText = (words: string): string =>
  seen(words.replace(/\r\n?|[\u0085\p{Zl}\p{Zp}]/gu, '\n').replace(/[^\P{Cc}\n\t]/gu, ''));
