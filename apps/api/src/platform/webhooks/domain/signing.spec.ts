import { signedHeaders } from './signing';

describe('the signature of a webhook', () => {
  const message = {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestamp: 1_614_265_330,
    body: '{"test": 2432232314}',
  };

  it('is the one of the published example of Standard Webhooks', () => {
    const headers = signedHeaders(message, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw']);
    expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
    expect(headers['webhook-id']).toBe(message.id);
    expect(headers['webhook-timestamp']).toBe('1614265330');
  });

  it('is given with both secrets while one replaces the other', () => {
    const [first, second] = ['whsec_AAAA', 'whsec_BBBB'];
    const both = signedHeaders(message, [first, second])['webhook-signature']?.split(' ');
    expect(both).toEqual(
      [first, second].map((one) => signedHeaders(message, [one])['webhook-signature']),
    );
  });
});
