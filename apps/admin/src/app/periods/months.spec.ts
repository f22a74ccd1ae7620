import { openMonths } from './months';

const at = (day: string) => Date.parse(`${day}T00:00:00Z`);

describe('The months that can be closed', () => {
  it('are over and come after the last closed one, oldest first', () => {
    expect(openMonths('2026-08', at('2026-11-02'))).toEqual(['2026-09', '2026-10']);
    expect(openMonths('2026-10', at('2026-11-30'))).toEqual([]);
  });

  it('go back a year when none was ever closed, over the turn of the year', () => {
    const open = openMonths(null, at('2026-03-31'));
    expect(open).toHaveLength(12);
    expect([open[0], open.at(-1)]).toEqual(['2025-03', '2026-02']);
  });
});
