import { verdictOn } from './failing';

const now = new Date('2026-01-06T00:00:00Z');
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

describe('an endpoint', () => {
  it('has what it answered with two hundred and something, and nothing else', () => {
    const first = { failingSince: null, now };
    expect([200, 202, 204, 299].map((status) => verdictOn(status, first))).toEqual(
      Array(4).fill('delivered'),
    );
    expect([null, 199, 301, 302, 400, 404, 429, 500].map((one) => verdictOn(one, first))).toEqual(
      Array(8).fill('again'),
    );
  });

  it('is left alone at once when it says that it is gone', () => {
    expect(verdictOn(410, { failingSince: null, now })).toBe('gone');
  });

  it('is left alone when nothing arrived for five days', () => {
    expect(verdictOn(500, { failingSince: ago(119), now })).toBe('again');
    expect(verdictOn(500, { failingSince: ago(120), now })).toBe('failing');
    expect(verdictOn(200, { failingSince: ago(500), now })).toBe('delivered');
  });
});
