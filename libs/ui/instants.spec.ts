import { fieldOf, instantAt, instantIn, neighbour, placeOf, places } from './instants';

const span = {
  from: Date.parse('2026-10-01T00:00:00Z'),
  to: Date.parse('2026-11-02T12:00:00.123Z'),
};

describe('places of a time slider', () => {
  it('go from the first instant to the last one, exactly', () => {
    expect(instantAt(0, span)).toBe(span.from);
    expect(instantAt(places, span)).toBe(span.to);
    expect(placeOf(span.to, span)).toBe(places);
  });

  it('come back to where they were', () => {
    for (const place of [0, 1, 499, 500, 999, places])
      expect(placeOf(instantAt(place, span), span)).toBe(place);
  });

  it('stay within the span', () => {
    expect(placeOf(span.from - 1, span)).toBe(0);
    expect(placeOf(span.to + 1, span)).toBe(places);
    expect(placeOf(span.to, { from: span.to, to: span.to })).toBe(0);
  });
});

describe('an exact instant', () => {
  it('is typed in UTC, to the millisecond', () => {
    expect(fieldOf(span.to)).toBe('2026-11-02T12:00:00.123');
    expect(instantIn('2026-11-02T12:00:00.123')).toBe(span.to);
    expect(instantIn('2026-11-02T12:00')).toBe(Date.parse('2026-11-02T12:00:00Z'));
  });

  it('is none while it is half typed', () => {
    expect(instantIn('')).toBeNull();
    expect(instantIn('2026-13-45T99:00')).toBeNull();
  });
});

describe('going from change to change', () => {
  it('finds the nearest one on either side', () => {
    expect(neighbour([10, 20, 30], 20, -1)).toBe(10);
    expect(neighbour([10, 20, 30], 20, 1)).toBe(30);
    expect(neighbour([30, 10, 20], 25, 1)).toBe(30);
  });

  it('ends where there is none', () => {
    expect(neighbour([10], 10, -1)).toBeNull();
    expect(neighbour([], 5, 1)).toBeNull();
  });
});
