import { toneOf } from './days-left';

describe('The days that a gateway still holds money', () => {
  it('burn in the last week, warn in the last month, and are calm before', () => {
    expect([-1, 0, 7].map(toneOf)).toEqual(['danger', 'danger', 'danger']);
    expect([8, 30].map(toneOf)).toEqual(['attention', 'attention']);
    expect(toneOf(31)).toBe('neutral');
  });
});
