import { line, text } from './primitives';

const lineOf = (words: string) => line(80).parse(words);
const textOf = (words: string) => text(200).parse(words);

describe('a name or a title', () => {
  it.each([
    ['letters that are turned round', 'ann\u202Emoc.evil', 'annmoc.evil'],
    ['a wrapping that turns round', '\u2067Ann\u2069', 'Ann'],
    ['a space without width', 'Am\u200Bira', 'Amira'],
    ['a joiner between letters that never join', 'Am\u200Dira', 'Amira'],
    ['a soft hyphen, a mark of order, a filler', 'A\u00ADm\uFEFFi\u3164ra', 'Amira'],
    ['letters of a tag', 'Amira\u{E0041}\u{E0042}', 'Amira'],
    ['a line break', 'Ann\r\nBcc: someone', 'Ann Bcc: someone'],
    ['a separator of lines', 'Ann\u2028Smith', 'Ann Smith'],
    ['what controls a terminal', 'Ann\u001B[2J\u0000', 'Ann [2J'],
    ['letters with their marks apart', 'Jose\u0301', 'Jos\u00e9'],
  ])('is kept without %s', (_, sent, kept) => {
    expect(lineOf(sent)).toBe(kept);
  });

  it.each([
    ['Persian', 'می\u200Cخواهم'],
    ['Hindi', 'क्\u200Dष'],
    ['a family', '👩\u200D👩\u200D👧'],
    ['a heart', '❤\uFE0F\u200D🔥'],
    ['Arabic', 'أميرة حسن'],
    ['what looks like HTML', '<b>bold</b> & "more"'],
  ])('keeps what belongs to %s', (_, sent) => {
    expect(lineOf(sent)).toBe(sent.normalize('NFC'));
  });

  it('has to be seen', () => {
    for (const nothing of ['\u200B\u2060', ' \u202E ', '\u3164', '\r\n'])
      expect(line(80).safeParse(nothing).success).toBe(false);
  });
});

describe('a text of many lines', () => {
  it('keeps its lines and tabs, and nothing that controls a machine', () => {
    expect(textOf('one\r\ntwo\rthree\u2028four\n\tfive\u0007\u009B')).toBe(
      'one\ntwo\nthree\nfour\n\tfive',
    );
  });

  it('reads in the order in which it was written', () => {
    expect(textOf('pay \u202E0001\u202C now')).toBe('pay 0001 now');
  });
});
