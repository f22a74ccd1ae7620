import { expect, test } from '@playwright/test';
import { createHmac, randomUUID } from 'node:crypto';
import { attack } from './attack';
import { scene, stack } from './scene';

interface Said {
  readonly what: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

const hmac = (secret: string, body: string, hash = 'sha256') =>
  createHmac(hash, secret).update(body).digest('hex');

/** Signed in every way but the right one. The right secret is known here, to come as near as can be. */
function forged(path: string, header: string, secret: string, body: string): Said[] {
  const right = hmac(secret, body);
  const spaced = JSON.stringify(JSON.parse(body), null, 1);
  const richer = body.replace(/\d{5,}/, (digits) => `${digits}0`);
  const signatures: [string, string | undefined, string][] = [
    ['nothing', undefined, body],
    ['an empty one', '', body],
    ['zeros', '0'.repeat(64), body],
    ['no hexadecimal', 'z'.repeat(64), body],
    ['a cut one', right.slice(0, 62), body],
    ['a longer one', `${right}00`, body],
    ['one with a name before it', `sha256=${right.slice(0, 60)}0000`, body],
    ['one of nothing', hmac(secret, ''), body],
    ['one by no secret', hmac('', body), body],
    ['one by another secret', hmac('secret', body), body],
    ['one by SHA-1', hmac(secret, body, 'sha1'), body],
    ['one by SHA-512', hmac(secret, body, 'sha512'), body],
    ['one of the same words, written anew', right, spaced],
    ['one of a smaller amount', right, richer],
    ['one of other bytes', right, `${body} `],
    ['one of another event', hmac(secret, '{"event":"payment.failed"}'), body],
  ];
  return signatures.map(([what, signature, sent]) => ({
    what,
    path,
    headers: signature === undefined ? {} : { [header]: signature },
    body: sent,
  }));
}

test('what a partner did not sign is not believed', async () => {
  const { journey, weak } = await scene();
  const payment = JSON.stringify({
    event: 'payment.captured',
    payload: {
      payment: {
        entity: { id: 'pay_forged00001', amount: 2_070_800, order_id: journey.depositId },
      },
    },
  });
  const check = JSON.stringify({
    payload: { resource_type: 'check', action: 'check.completed', object: { id: randomUUID() } },
  });
  const secretOf = (name: string) => process.env[name] ?? '';
  const tries = [
    ...forged(
      '/api/payments/webhooks/razorpay',
      'x-razorpay-signature',
      secretOf('RAZORPAY_WEBHOOK_SECRET'),
      payment,
    ),
    ...forged(
      '/api/payments/webhooks/razorpay',
      'x-razorpay-signature',
      secretOf('RAZORPAY_KEY_SECRET'),
      payment,
    ).slice(8, 10),
    ...forged(
      '/api/verification/webhooks/provider',
      'x-sha2-signature',
      secretOf('VERIFICATION_WEBHOOK_SECRET'),
      check,
    ),
  ];
  const succeeds = async ({ path, headers, body }: Said, target: string) => {
    const response = await fetch(target + path, {
      ...{ method: 'POST', body },
      headers: { 'content-type': 'application/json', ...headers },
    });
    return response.status < 300;
  };
  expect(await attack({ tries, house: stack.api, weak, succeeds })).toEqual([]);
});
