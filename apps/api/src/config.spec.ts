import { randomBytes } from 'node:crypto';
import { readConfig } from './config';

const random = () => randomBytes(32).toString('base64');
const production = () => ({
  ...{ NODE_ENV: 'production', PUBLIC_URL: 'https://market.example.org' },
  ...{ ADMIN_URL: 'https://console.example.org', MAIL_FROM: 'Guildhall <no-reply@example.org>' },
  ...{ AUTH_SECRET: random(), FILES_SECRET: random(), PRIVACY_KEY: random() },
  ...{ AUDIT_SIGNING_KEY: random(), DATABASE_URL: 'postgres://guildhall_app:tN4vKq9ZsWx2@db/g' },
  ...{ RAZORPAY_KEY_ID: 'rzp_live_8Zk3Vw', RAZORPAY_KEY_SECRET: random() },
  ...{ RAZORPAY_WEBHOOK_SECRET: random(), RAZORPAYX_ACCOUNT: '7878780080316316' },
  ...{ SMTP_URL: 'smtps://mail.example.org:465', TWILIO_ACCOUNT_SID: 'AC8Zk3' },
  ...{ TWILIO_AUTH_TOKEN: random(), TWILIO_FROM: '+15005550006' },
  ...{ VERIFICATION_TOKEN: random(), VERIFICATION_WEBHOOK_SECRET: random() },
});

describe('production', () => {
  it('starts where marketplace and console are hosts of their own', () => {
    expect(readConfig(production()).ADMIN_URL).toBe('https://console.example.org');
  });

  it('does not start where they are one host: they would share their cookies', () => {
    const oneHost = { ...production(), ADMIN_URL: 'https://market.example.org:8443' };
    expect(() => readConfig(oneHost)).toThrow('ADMIN_URL');
    expect(() => readConfig({ ...oneHost, ALLOW_SANDBOX: '1' })).not.toThrow();
  });

  it('does not start where certificates of others are not looked at', () => {
    const careless = { ...production(), NODE_TLS_REJECT_UNAUTHORIZED: '0' };
    expect(() => readConfig(careless)).toThrow('NODE_TLS_REJECT_UNAUTHORIZED');
  });
});
