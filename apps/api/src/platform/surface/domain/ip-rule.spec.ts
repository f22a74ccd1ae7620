import { Gate } from '@kernel/http/gate';
import { checkRule, needsTwo } from './ip-rule';

const rule = (id: string, cidr: string, effect: 'deny' | 'allow' = 'deny') => ({
  id,
  cidr,
  effect,
});
const now = new Date('2026-01-01T00:00:00Z');
describe('a rule about a network', () => {
  it('needs a second person when it is about a whole region', () => {
    expect(['10.0.0.0/16', '10.0.0.0/8', '2001:db8::/32'].map(needsTwo)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['10.0.0.0/17', '10.0.0.1/32', '2001:db8::/33'].map(needsTwo)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('never locks out the one who writes it, and lets them in', () => {
    const write = (effect: 'deny' | 'allow', coversMaker: boolean) => () =>
      checkRule({ effect, expiresAt: null }, { coversMaker, now });
    expect(write('deny', true)).toThrow('surface.would_block_you');
    expect(write('deny', false)).not.toThrow();
    expect(write('allow', true)).not.toThrow();
  });

  it('is refused when its time is over already', () => {
    const late = { effect: 'deny', expiresAt: '2025-12-31T00:00:00Z' } as const;
    expect(() => checkRule(late, { coversMaker: false, now })).toThrow('surface.already_over');
  });
});

describe('the gate', () => {
  const gate = new Gate();
  const isOut = (address: string) => gate.against(address)?.id;

  it('keeps a network out in both families, and its neighbours in', () => {
    gate.use([rule('four', '192.0.2.0/24'), rule('six', '2001:db8:1::/48')]);
    expect(isOut('192.0.2.255')).toBe('four');
    expect(isOut('::ffff:192.0.2.1')).toBe('four');
    expect(isOut('2001:db8:1:ffff::1')).toBe('six');
    expect([isOut('192.0.3.0'), isOut('2001:db8:2::1')]).toEqual([undefined, undefined]);
  });

  it('lets the narrowest rule decide, and the refusal among equals', () => {
    gate.use([
      rule('wide', '192.0.2.0/24'),
      rule('office', '192.0.2.8/29', 'allow'),
      rule('desk', '192.0.2.9/32'),
      rule('same', '198.51.100.0/24', 'allow'),
      rule('against', '198.51.100.0/24'),
    ]);
    expect(isOut('192.0.2.1')).toBe('wide');
    expect(isOut('192.0.2.10')).toBeUndefined();
    expect(isOut('192.0.2.9')).toBe('desk');
    expect(isOut('198.51.100.1')).toBe('against');
  });

  it('forgets what it knew about an address when the rules change', () => {
    gate.use([rule('one', '192.0.2.0/24')]);
    expect(isOut('192.0.2.1')).toBe('one');
    gate.use([]);
    expect(isOut('192.0.2.1')).toBeUndefined();
  });
});
