import { beginningOf, isApiKey, looksLikeKey, newApiKey } from './api-key';

describe('an API key', () => {
  it('says what it is, and carries a checksum over the rest', () => {
    const key = newApiKey('live');
    expect(key).toMatch(/^gh_live_[0-9A-Za-z]{38}$/);
    expect([looksLikeKey(key), isApiKey(key)]).toEqual([true, true]);
    expect(isApiKey(newApiKey('test'))).toBe(true);
  });

  it('with one sign changed, or with signs missing, is none', () => {
    const key = newApiKey('live');
    for (let place = 'gh_live_'.length; place < key.length; place += 1) {
      const other = key[place] === 'x' ? 'y' : 'x';
      expect(isApiKey(`${key.slice(0, place)}${other}${key.slice(place + 1)}`)).toBe(false);
    }
    expect([isApiKey(key.slice(0, -1)), isApiKey(`${key}0`), isApiKey('gh_live_')]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('of the test house does not pass for a live one', () => {
    expect(isApiKey(newApiKey('test').replace('gh_test_', 'gh_live_'))).toBe(false);
  });

  it('is shown by four signs afterwards', () => {
    expect(beginningOf(newApiKey('live'))).toHaveLength(12);
  });
});
