import { type Column, csvOf } from './columns';

interface Row {
  name: string;
  amount: string;
}
const columns: Column<Row>[] = [
  { id: 'name', label: 'Name', text: ({ name }) => name },
  { id: 'amount', label: 'Amount', text: ({ amount }) => amount },
];
const lines = (rows: Row[]) => csvOf(columns, rows).replace('\uFEFF', '').split('\r\n');

describe('rows written as CSV', () => {
  it('start with the names of the columns', () => {
    expect(lines([{ name: 'Meera', amount: '41416.00' }])).toEqual([
      'Name,Amount',
      'Meera,41416.00',
      '',
    ]);
  });

  it('survive commas, quotes and line ends in a cell', () => {
    expect(lines([{ name: 'Iyer, "Meera"', amount: '1' }])[1]).toBe('"Iyer, ""Meera""",1');
  });

  it('are never run as a formula by a spreadsheet, while a negative amount stays a number', () => {
    expect(lines([{ name: '=HYPERLINK(1)', amount: '-20000.00' }])[1]).toBe(
      "'=HYPERLINK(1),-20000.00",
    );
  });
});
