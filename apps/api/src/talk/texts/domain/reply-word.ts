export type ReplyWord = 'stop' | 'start' | 'help';

/** The words that carriers and Twilio know, and what people write who read Arabic. */
const words: Readonly<Record<ReplyWord, readonly string[]>> = {
  stop: [
    ...['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'],
    ...['توقف', 'ايقاف'],
  ],
  start: ['START', 'UNSTOP', 'YES', 'ابدا'],
  help: ['HELP', 'INFO', 'مساعده'],
};

/** Letters alone, and the Arabic ones that people write in several ways in one. */
const plain = (body: string): string =>
  body
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[أإآ]/g, 'ا')
    .replaceAll('ة', 'ه')
    .replaceAll(/[^\p{L}]|ـ/gu, '');

/** What a message asks for; nothing when it is more than the word, as carriers have it. */
export function wordIn(body: string): ReplyWord | undefined {
  const said = plain(body);
  return (['stop', 'start', 'help'] as const).find((word) => words[word].includes(said));
}
