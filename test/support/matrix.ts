import { Limits } from '@kernel/http/limits';
import { randomUUIDv7 } from 'node:crypto';
import { TestApp, type Answer, type Caller } from './app';
import { fundedDeal, openedDispute, type Deal } from './disputes';
import { known, type Known } from './market';
import type { Route } from './routes';
import { sampleOf } from './samples';

/** Two who trade, and two who have nothing to do with it. */
export interface MatrixScene {
  readonly app: TestApp;
  readonly client: Known;
  readonly provider: Known;
  readonly otherClient: Known;
  readonly otherProvider: Known;
  /** What belongs to the two, by the beginning of the routes about it. */
  readonly ids: readonly (readonly [route: RegExp, id: string])[];
}

export async function matrixScene(): Promise<MatrixScene> {
  const app = await TestApp.start({ REQUESTS_PER_MINUTE: '1000000' });
  // What is counted here are rules, not requests.
  const limits = app.app.get(Limits);
  for (const one of ['spend', 'admit', 'admitAccount'] as const)
    jest.spyOn(limits, one).mockResolvedValue();
  const client = await known(app, 'Noor Clinic', ['client']);
  const provider = await known(app, 'Amira Hassan', ['provider']);
  const deal = await fundedDeal(app, { client, provider });
  const draft = String(
    (await client.post('/api/jobs', { title: 'Not for others yet' })).body['id'],
  );
  const ids = await idsOf(app, { client, provider, draft, ...deal });
  return {
    ...{ app, client, provider, ids },
    otherClient: await known(app, 'Other Client', ['client']),
    otherProvider: await known(app, 'Other Provider', ['provider']),
  };
}

interface Owned extends Deal {
  readonly client: Known;
  readonly provider: Known;
  readonly draft: string;
}

/** Real ids of what is secret to everybody but these two; the first that fits a route is taken. */
async function idsOf(app: TestApp, { client, provider, draft, ...deal }: Owned) {
  const disputeId = await openedDispute(app, client, deal);
  const first = async (table: string): Promise<string> => {
    const [row] = await app.database.query<{ id: string }>(`select id from ${table} limit 1`);
    return row?.id ?? `no row in ${table}`;
  };
  const file = { name: 'plan.pdf', mediaType: 'application/pdf', size: 9, purpose: 'delivery' };
  const upload = await provider.post('/api/files', file);
  await payoutOf(app, provider.id);
  await client.post('/api/organisations', { name: 'Noor Clinic' });
  const pool = await client.post('/api/pools', { name: 'Good with clinics' });
  await app.database.query(
    `insert into sessions (id, account_id, device, created_at, last_seen_at)
      values (gen_random_uuid(), $1, 'Firefox, Linux', now(), now())`,
    [client.id],
  );
  const ids: (readonly [RegExp, string])[] = [
    [/^\/api\/jobs\//, draft],
    [/^\/api\/proposals\//, await first('proposals')],
    [/^\/api\/contracts\//, deal.contractId],
    [/^\/api\/escrow\//, deal.contractId],
    [/^\/api\/payments\/deposits\//, await first('deposits')],
    [/^\/api\/disputes\//, disputeId],
    [/^\/api\/receipts\/.*disclosure/, deal.milestones[0]],
    [/^\/api\/accounts\/sessions\//, await first('sessions')],
    [/^\/api\/files\//, String(upload.body['id'])],
    [/^\/api\/payouts\//, await first('payouts')],
    [/^\/api\/organisations\//, await first('organisations')],
    [/^\/api\/pools\//, String(pool.body['id'])],
    [/^\/api\/onboardings\//, await onboardingOf(app, provider.id)],
    [/^\/api\/wallet\/entries\//, await first('ledger.entries')],
  ];
  return ids;
}

/** Of the first organisation, with nothing in it to do. */
async function onboardingOf({ database }: TestApp, providerId: string): Promise<string> {
  const [row] = await database.query<{ id: string }>(
    `with plan as (insert into onboarding_plans (id, organisation_id, version, before_work,
          valid_days, tasks, published_by, published_at)
        select gen_random_uuid(), id, 1, true, 365, '[]', $1, now() from organisations limit 1
        returning id, organisation_id)
      insert into onboardings (id, plan_id, organisation_id, provider_id, begun_at)
        select gen_random_uuid(), id, organisation_id, $1, now() from plan returning id`,
    [providerId],
  );
  return row?.id ?? 'no onboarding';
}

async function payoutOf({ database }: TestApp, providerId: string): Promise<void> {
  await database.query(
    `with bank as (insert into bank_accounts (id, provider_id, holder, ifsc, last4, state, created_at)
        values (gen_random_uuid(), $1, 'Amira Hassan', 'HDFC0001234', '9012', 'verified', now()) returning id)
      insert into payouts (id, provider_id, bank_account_id, amount, currency, state, flags, requested_at, steps)
        select gen_random_uuid(), $1, id, 100, 'INR', 'submitted', '{}', now(), '[]' from bank`,
    [providerId],
  );
}

/** The address with this id where the route names one; other parts get an id of nothing. */
export function pathOf({ path }: Route, id: string): string {
  let isFirst = true;
  return path.replaceAll(/:\w+|\*/g, () => {
    const part = isFirst ? id : randomUUIDv7();
    isFirst = false;
    return part;
  });
}

/** The route as this person would call it, with the smallest body that it takes. */
export function call(by: Caller, route: Route, id: string): Promise<Answer> {
  const path = pathOf(route, id);
  const headers = { 'idempotency-key': randomUUIDv7() };
  const body = (route.body ? sampleOf(route.body) : undefined) as object | undefined;
  if (route.method === 'GET') return by.get(path, headers);
  if (route.method === 'DELETE') return by.delete(path, headers);
  const send = { POST: by.post, PUT: by.put, PATCH: by.patch, SOCKET: by.post }[route.method];
  return send(path, body ?? {}, headers);
}
