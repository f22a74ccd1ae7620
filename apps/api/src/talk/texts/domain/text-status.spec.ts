import { afterHearing } from './text-status';

describe('what became of a text', () => {
  it.each([
    ['waiting', 'queued', 'queued'],
    ['queued', 'sent', 'sent'],
    ['sent', 'delivered', 'delivered'],
    ['sent', 'undelivered', 'undelivered'],
    ['waiting', 'failed', 'failed'],
    ['queued', 'canceled', 'failed'],
    ['delivered', 'read', 'delivered'],
  ] as const)('is after %s and the word %s: %s', (known, said, then) => {
    expect(afterHearing(known, said)).toBe(then);
  });

  it('is suppressed where its reader wants no texts, and stays so', () => {
    expect(afterHearing('waiting', 'failed', 21610)).toBe('suppressed');
    expect(afterHearing('sent', 'undelivered', 21610)).toBe('suppressed');
    expect(afterHearing('suppressed', 'delivered')).toBe('suppressed');
  });

  it.each([
    ['sent', 'queued'],
    ['delivered', 'sent'],
    ['undelivered', 'delivered'],
    ['failed', 'sent'],
    ['sent', 'a word of tomorrow'],
  ] as const)('stays %s when %s comes late', (known, said) => {
    expect(afterHearing(known, said)).toBe(known);
  });
});
