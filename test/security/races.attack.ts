import { expect, test } from '@playwright/test';
import { attack } from './attack';
import { Caller, key, newcomer, rows, scene, secondLook, stack } from './scene';

const inr = (minor: number) => ({ amountMinor: String(minor), currency: 'INR' });
const many = 50;

/** How many of many at the same moment were told that it happened. */
async function together(ask: (at: number) => Promise<{ status: number }>): Promise<number> {
  const all = await Promise.all(
    Array.from({ length: many }, (_, at) => ask(at).catch(() => ({ status: 0 }))),
  );
  return all.filter(({ status }) => status >= 200 && status < 300).length;
}

/** Fifty tries of the same; more than one success is one too many. */
async function once(
  who: Caller,
  path: string,
  body: (at: number) => object,
  headers: object = {},
): Promise<readonly string[]> {
  const { weak } = await scene();
  const succeeds = async (_: string, target: string) => {
    const by = target === stack.api ? who : new Caller(target, who.email);
    return (await together((at) => by.post(path, body(at), { ...key(), ...headers }))) > 1;
  };
  return attack({ tries: [`${String(many)} at once: ${path}`], house: stack.api, weak, succeeds });
}

test('a milestone is released one time, and the money is there once', async () => {
  const { journey, client, provider } = await scene();
  const { contractId, milestoneId } = journey.contract;
  const place = `/api/escrow/${contractId}/milestones/${milestoneId}`;
  await provider.insist('POST', `${place}/deliver`, { note: 'Look.', files: [] });
  await journey.milestoneIs('in_review');
  const body = () => ({ amount: inr(2_000_000) });
  expect(await once(client, `${place}/release`, body)).toEqual([]);
  await journey.milestoneIs('released');
});

test('a wallet is paid out one time', async () => {
  const { journey, provider } = await scene();
  await journey.milestoneIs('released');
  const bank = { holder: 'Lee Provider', ifsc: 'HDFC0000123', number: '50100222333441' };
  const { body } = await provider.insist(
    ...(['POST', '/api/payouts/bank-accounts', bank] as const),
    await secondLook(provider, 'bank'),
  );
  await provider.until('/api/payouts/bank-accounts', ({ items }) =>
    (items as { state: string }[]).some(({ state }) => state === 'verified'),
  );
  const wish = { amount: inr(1_764_000), bankAccountId: String(body['id']) };
  const look = await secondLook(provider, 'payout');
  expect(await once(provider, '/api/payouts', () => wish, look)).toEqual([]);
  const [made] = await rows<{ count: number }>(
    `select count(*)::int as count from payouts p join accounts a on a.id = p.provider_id
      where a.email = $1`,
    [provider.email],
  );
  expect(made?.count).toBe(1);
});

test('a proposal is accepted by one offer', async () => {
  const client = await newcomer('Cleo Other');
  const provider = await newcomer('Lee Other');
  const amount = inr(500_000);
  const job = await client.insist('POST', '/api/jobs', {
    ...{ title: 'A small job', category: 'web', description: 'Small.', skills: ['css'] },
    budget: amount,
  });
  const jobId = String(job.body['id']);
  await client.insist('POST', `/api/jobs/${jobId}/publish`, {});
  const milestones = [{ title: 'All', amount, days: 5 }];
  const sent = await provider.insist('POST', `/api/jobs/${jobId}/proposals`, {
    ...{ coverLetter: 'Me.', answers: [], attachments: [], aiAssisted: false },
    milestones,
  });
  const offer = { proposalId: String(sent.body['id']), signature: 'Cleo Other', milestones };
  expect(await once(client, '/api/contracts', () => offer)).toEqual([]);
});
