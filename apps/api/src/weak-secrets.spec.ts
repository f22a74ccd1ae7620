import { randomBytes } from 'node:crypto';
import { weaknesses } from './weak-secrets';

const random = () => randomBytes(32).toString('base64');
const strong = () => ({
  AUTH_SECRET: random(),
  FILES_SECRET: random(),
  AUDIT_SIGNING_KEY: random(),
  PRIVACY_KEY: random(),
  TWILIO_AUTH_TOKEN: randomBytes(16).toString('hex'),
  RAZORPAY_KEY_SECRET: 'Zk3Vw8Rq0PnTLx2mYs5UaHcB',
  DATABASE_URL: 'postgres://guildhall_app:tN4vKq9ZsWx2@db:5432/guildhall',
  // Not a secret, whatever it says.
  MAIL_FROM: 'Guildhall <changeme@example.org>',
});

describe('production', () => {
  it('starts with what a generator of random bytes made', () => {
    for (let run = 0; run < 100; run += 1) expect(weaknesses(strong())).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['AUTH_SECRET', 'changeme-changeme-changeme-changeme', 'everybody tries'],
    ['AUTH_SECRET', 'a secret of the guildhall of our town', 'everybody tries'],
    ['FILES_SECRET', 'openssl rand -base64 48', 'everybody tries'],
    ['RAZORPAY_KEY_SECRET', '…', 'everybody tries'],
    ['TWILIO_AUTH_TOKEN', 'test-token', 'everybody tries'],
    ['AUTH_SECRET', 'abababababababababababababababababab', 'repeats'],
    ['PRIVACY_KEY', Buffer.alloc(32, 9).toString('base64'), 'no random key'],
    [
      'AUDIT_PREVIOUS_KEY',
      Buffer.from('0123012301230123'.repeat(2)).toString('base64'),
      'no random key',
    ],
    ['DATABASE_URL', 'postgres://guildhall@db:5432/guildhall', 'password'],
    ['DATABASE_OWNER_URL', 'postgres://guildhall:guildhall@db:5432/guildhall', 'password'],
    ['DATABASE_URL', 'postgres://guildhall:short@db:5432/guildhall', 'password'],
  ])('does not start when %s is %p, and does not say what it is', (name, value, why) => {
    const found = weaknesses({ ...strong(), [name]: value });
    expect(found.join('\n')).toContain(why);
    expect(found.join('\n')).toContain(name);
    if (value.length > 1) expect(found.join('\n')).not.toContain(value);
  });

  it('does not start when two secrets are one', () => {
    const all = strong();
    expect(weaknesses({ ...all, FILES_SECRET: all.AUTH_SECRET })).toEqual([
      'FILES_SECRET is the value of another variable, too.',
    ]);
  });
});
