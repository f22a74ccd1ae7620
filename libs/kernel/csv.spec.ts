import { cell, row } from './csv';

describe('a cell', () => {
  it.each([
    ['plain', 'plain'],
    ['-1250', '-1250'],
    ['-12.50', '-12.50'],
    ['=1+1', '"\'=1+1"'],
    ['+cmd|calc', '"\'+cmd|calc"'],
    ['-2+3', '"\'-2+3"'],
    ['@SUM(A1)', '"\'@SUM(A1)"'],
    ['\t=1', '"\'\t=1"'],
    ['a "b", c', '"a ""b"", c"'],
  ])('%p is written %p, so that no spreadsheet runs it', (value, written) => {
    expect(cell(value)).toBe(written);
  });

  it('makes rows that end as RFC 4180 says', () => {
    expect(row(['a', 'b,c'])).toBe('a,"b,c"\r\n');
  });
});
