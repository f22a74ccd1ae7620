import { expect, test } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { attack } from './attack';
import { Caller, key, rows, scene, stack } from './scene';

interface Door {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: object;
}

/** What belongs to the two who trade, and what somebody could want of it; real ids throughout. */
async function doors(): Promise<Door[]> {
  const { journey, client } = await scene();
  const { contractId, milestoneId } = journey.contract;
  const [job] = await rows<{ id: string }>(
    `select j.id from jobs j join accounts a on a.id = j.client_id
      where a.email = $1 and j.published_at is not null limit 1`,
    [client.email],
  );
  const [proposal] = await rows<{ id: string }>(
    'select id from proposals where job_id = $1 limit 1',
    [job?.id],
  );
  const [session] = await rows<{ id: string }>(
    'select s.id from sessions s join accounts a on a.id = s.account_id where a.email = $1 limit 1',
    [client.email],
  );
  const draft = await client.insist('POST', '/api/jobs', { title: 'Not for others' });
  const escrow = `/api/escrow/${contractId}/milestones/${milestoneId}`;
  const read = (path: string): Door => ({ method: 'GET', path });
  const post = (path: string, body: object = {}): Door => ({ method: 'POST', path, body });
  const inr = { amountMinor: '2000000', currency: 'INR' };
  return [
    ...['', '/reviews'].map((end) => read(`/api/contracts/${contractId}${end}`)),
    read(`/api/jobs/${String(draft.body['id'])}`),
    read(`/api/jobs/${job?.id ?? ''}/matches`),
    read(`/api/jobs/${job?.id ?? ''}/proposals`),
    read(`/api/proposals/${proposal?.id ?? ''}`),
    read(`/api/payments/deposits/${journey.depositId}`),
    read(`/api/disputes/form?contractId=${contractId}`),
    read(`/api/receipts/${milestoneId}/disclosure`),
    read(`/api/files/${randomUUID()}/content`),
    post(`/api/contracts/${contractId}/updates`, { note: 'Mine now.', files: [] }),
    post(`/api/contracts/${contractId}/accept`, { signature: 'Lee Provider' }),
    post(`/api/contracts/${contractId}/withdraw`),
    post(`/api/contracts/${contractId}/reviews`, {
      ...{ stars: 1, quality: 1, communication: 1, timeliness: 1, text: 'Bad.' },
    }),
    post(`${escrow}/deliver`, { note: 'Mine.', files: [] }),
    post(`${escrow}/release`, { amount: inr }),
    post(`${escrow}/request-changes`, { note: 'Again.' }),
    post('/api/payments/deposits', journey.contract),
    post(`/api/payments/deposits/${journey.depositId}/refunds`, { amount: inr }),
    post(`/api/jobs/${String(draft.body['id'])}/publish`),
    post(`/api/jobs/${job?.id ?? ''}/close`, { reason: 'other' }),
    post(`/api/proposals/${proposal?.id ?? ''}/withdraw`),
    post(`/api/proposals/${proposal?.id ?? ''}/shortlist`),
    { method: 'DELETE', path: `/api/accounts/sessions/${session?.id ?? ''}` },
    {
      method: 'PUT',
      path: `/api/jobs/${String(draft.body['id'])}/draft`,
      body: { revision: 1, draft: { title: 'Taken' } },
    },
    read(`/api/admin/contracts/${contractId}`),
    read(`/api/admin/payouts`),
    read(`/api/admin/replay/contracts/${contractId}`),
    read('/api/admin/accounts?q=faults.test'),
    post(`/api/admin/accounts/${randomUUID()}/roles`, { roles: ['superadmin'] }),
  ];
}

test('what belongs to others is not there, whoever else asks', async () => {
  const { stranger, weak } = await scene();
  const guest = new Caller(stack.api, 'guest@faults.test');
  const all = await doors();
  const tries = all.flatMap((door) => [stranger, guest].map((who) => ({ who, ...door })));
  const succeeds = async ({ who, method, path, body }: (typeof tries)[number], target: string) => {
    const by = target === stack.api ? who : new Caller(target, who.email);
    return (await by.send(method, path, body, key())).status < 300;
  };
  expect(await attack({ tries, house: stack.api, weak, succeeds })).toEqual([]);
});

test('what is refused to others is given to whose it is', async () => {
  const { client } = await scene();
  const reading = (await doors()).filter(
    ({ method, path }) => method === 'GET' && !/admin|files/.test(path),
  );
  const answers = await Promise.all(
    reading.map(async ({ path }) => [path, (await client.get(path)).status]),
  );
  expect(answers.filter(([, status]) => Number(status) >= 300)).toEqual([]);
});
