import { shareOf } from './export-state';

describe('how far an export is', () => {
  it('is unknown until it is known how many events there are', () => {
    expect(shareOf({ progress: { done: 0, total: null } })).toBeNull();
  });

  it('reaches a hundred per cent only with the last event', () => {
    expect(shareOf({ progress: { done: 1283, total: 1284 } })).toBe(99);
    expect(shareOf({ progress: { done: 1284, total: 1284 } })).toBe(100);
    expect(shareOf({ progress: { done: 0, total: 0 } })).toBe(100);
  });
});
