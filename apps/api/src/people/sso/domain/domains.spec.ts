import { domainName } from '@wire/sso';
import { afterLook, claimable, domainOf, recordOf, stands } from './domains';

describe('a domain', () => {
  it('is written in one way', () => {
    const written = ['Example.ORG', ' example.org. ', 'EXAMPLE.org'];
    for (const text of written) expect(domainName.parse(text)).toBe('example.org');
    expect(domainName.parse('Bücher.example')).toBe('xn--bcher-kva.example');
  });

  it('is no address, no path, no number and no single word', () => {
    for (const text of ['a@b.org', 'https://b.org', 'b.org/x', 'b.org:1', '127.0.0.1', 'localhost'])
      expect([text, domainName.safeParse(text).success]).toEqual([text, false]);
    for (const text of ['-a.org', 'a_b.org', 'a..org', '', '1.1', 'b org'])
      expect([text, domainName.safeParse(text).success]).toEqual([text, false]);
  });

  it('where everybody has a mailbox is nobody’s', () => {
    expect(() => claimable('gmail.com')).toThrow('sso.public_domain');
    expect(() => claimable('nileclinics.test')).not.toThrow();
  });

  it('is what stands behind the last @ of an address', () => {
    expect(domainOf('a@b@nileclinics.test')).toBe('nileclinics.test');
    expect(domainOf('a@mail.nileclinics.test')).toBe('mail.nileclinics.test');
  });

  it('is proved by a text of its own, whole or in pieces, and by no longer one', () => {
    const { name, value } = recordOf('nileclinics.test', 'abc');
    expect(name).toBe('_guildhall.nileclinics.test');
    expect(stands([['v=spf1 -all'], [value]], value)).toBe(true);
    expect(stands([[value.slice(0, 5), value.slice(5)]], value)).toBe(true);
    expect(stands([[`${value}d`], []], value)).toBe(false);
  });
});

describe('a record that is looked up again', () => {
  const day = (number: number) => new Date(Date.UTC(2026, 0, number));

  it('has a week to come back, counted from the first look that missed it', () => {
    expect(afterLook(null, false, day(1))).toMatchObject({ isNew: true, isLost: false });
    expect(afterLook(day(1), false, day(7))).toMatchObject({ isNew: false, isLost: false });
    expect(afterLook(day(1), false, day(8))).toMatchObject({ isLost: true, missingSince: day(1) });
  });

  it('was never gone when it is there again', () => {
    expect(afterLook(day(1), true, day(7))).toMatchObject({ missingSince: null, isLost: false });
  });
});
