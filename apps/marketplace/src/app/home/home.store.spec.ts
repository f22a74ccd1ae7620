import { money } from '@money';
import { byUrgency, type ContractRow } from './home.store';

const waiting = (title: string, deadline: string | null, rupees: number) =>
  ({
    title,
    next: { deadline, amount: rupees === 0 ? null : money(rupees * 100, 'INR') },
  }) as ContractRow;
const order = (...rows: ContractRow[]) => rows.sort(byUrgency).map(({ title }) => title);

describe('the next actions of home', () => {
  it('put the nearest deadline first and what has none last', () => {
    expect(
      order(
        waiting('rate', null, 0),
        waiting('review later', '2026-11-20T10:00:00Z', 90_000),
        waiting('review now', '2026-11-10T10:00:00Z', 100),
      ),
    ).toEqual(['review now', 'review later', 'rate']);
  });

  it('put the larger amount first where deadlines are alike', () => {
    expect(order(waiting('small', null, 9_000), waiting('large', null, 40_000))).toEqual([
      'large',
      'small',
    ]);
  });
});
