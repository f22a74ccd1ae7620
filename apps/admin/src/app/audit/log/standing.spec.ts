import { pathOf, queryOf, standingOf } from './standing';

const at = '2026-11-02T12:00:00.000Z';
const after = (seconds: number) => Date.parse(at) + seconds * 1_000;

describe('a line of the staff log', () => {
  it('is intact when the record says the same', () => {
    expect(standingOf({ at, isIntact: true }, after(0))).toBe('intact');
  });

  it('is on its way into the record for a moment', () => {
    expect(standingOf({ at, isIntact: false }, after(2))).toBe('recording');
  });

  it('was altered when the record still does not know it', () => {
    expect(standingOf({ at, isIntact: false }, after(61))).toBe('altered');
  });
});

describe('what was looked at', () => {
  it('is told without what all paths begin with', () => {
    expect(pathOf('/api/admin/accounts/12?q=asha')).toBe('/accounts/12');
    expect(queryOf('/api/admin/accounts?q=asha%20r')).toBe('q=asha r');
    expect(queryOf('/api/admin/accounts')).toBe('');
  });

  it('is shown as it came when it cannot be read', () => {
    expect(pathOf('/api/admin/streams/%E0%A4')).toBe('/streams/%E0%A4');
  });
});
