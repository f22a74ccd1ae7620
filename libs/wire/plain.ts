/**
 * What people write is plain text, and nothing in it is a language. What nobody sees is taken out when it
 * is written: it turns letters round, makes two names look the same, and is no part of any word.
 */
const unseen = new RegExp(
  '\\u034f|\\u17b4|\\u17b5|[\\u00ad\\u061c\\u115f\\u1160\\u180e\\u200b\\u200e\\u200f\\u202a-\\u202e' +
    '\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb\\u{e0000}-\\u{e0fff}]',
  'gu',
);

/** Between letters that are neither joined nor kept apart by them, and are no emoji. */
const strayJoiner = new RegExp(
  '(?<!\\p{scx=Arab}|\\p{scx=Deva}|\\p{scx=Beng}|\\p{scx=Gujr}|\\p{scx=Guru}|\\p{scx=Knda}' +
    '|\\p{scx=Mlym}|\\p{scx=Orya}|\\p{scx=Sinh}|\\p{scx=Taml}|\\p{scx=Telu}' +
    '|\\p{ExtPict}|\\p{Emoji_Modifier}|\\ufe0f)[\\u200c\\u200d]',
  'gu',
);

const seen = (words: string): string =>
  words.normalize('NFC').replace(unseen, '').replace(strayJoiner, '');

/** One line: whatever ends one is a space. */
export const asLine = (words: string): string =>
  seen(words.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '));

/** Many lines, each ended in the same way. Of what controls a machine, the tab stays. */
export const asText = (words: string): string =>
  seen(words.replace(/\r\n?|[\u0085\p{Zl}\p{Zp}]/gu, '\n').replace(/[^\P{Cc}\n\t]/gu, ''));
