import { heatOf } from './heat';

describe('The heat of a deadline', () => {
  it('is calm above three days, warm below, hot on the last one, and late afterwards', () => {
    expect(heatOf(100)).toEqual({ tone: 'neutral', word: 'days' });
    expect(heatOf(71)).toEqual({ tone: 'attention', word: 'days' });
    expect(heatOf(23)).toEqual({ tone: 'danger', word: 'hours' });
    expect(heatOf(-1)).toEqual({ tone: 'danger', word: 'late' });
  });
});
