import { Streams } from '@kernel/streams';
import type { ConsoleCase } from '@wire/dispute-console';
import type { DisputeView } from '@wire/dispute-case';
import type { Simulation, Split } from '@wire/disputes';
import { QueryBus } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { PriceOfFunding } from '../../apps/api/src/money/escrow';
import { deposit, observe } from '../../apps/api/src/money/payments/domain/deposit';
import type { PaymentEvent } from '../../apps/api/src/money/payments';
import { booked } from '../../apps/api/src/money/payments/domain/journals';
import type { TestApp } from './app';
import { offerOn } from './contracts';
import { known, publishedJob, sentProposal, type Known } from './market';

export const key = (name: string = randomUUIDv7()) => ({ 'idempotency-key': name });
export const percent = (provider: number): Split => ({ kind: 'percent', provider });

export interface Staff {
  readonly mediator: Known;
  readonly lead: Known;
  readonly second: Known;
  readonly third: Known;
}

export interface Scene {
  readonly client: Known;
  readonly provider: Known;
  readonly stranger: Known;
  readonly staff: Staff;
}

/** Two sides, somebody else, and the people who mediate. */
export async function disputeScene(app: TestApp): Promise<Scene> {
  return {
    client: await known(app, 'Noor Clinic', ['client']),
    provider: await known(app, 'Amira Hassan', ['provider']),
    stranger: await known(app, 'Somebody Else', ['client', 'provider']),
    staff: {
      mediator: await known(app, 'Mira Sen', ['mediator']),
      lead: await known(app, 'Lena Ortiz', ['mediator_lead']),
      second: await known(app, 'Paul Adeyemi', ['mediator_lead']),
      third: await known(app, 'Ines Rocha', ['mediator']),
    },
  };
}

export interface Deal {
  readonly contractId: string;
  /** Of ₹40,000.00 and ₹60,000.00. */
  readonly milestones: readonly [string, string];
}

/** A signed contract with two milestones, these of them funded. */
export async function fundedDeal(
  app: TestApp,
  { client, provider }: Pick<Scene, 'client' | 'provider'>,
  funded: readonly number[] = [0, 1],
): Promise<Deal> {
  const proposalId = await sentProposal(provider, await publishedJob(client));
  const contractId = String((await offerOn(proposalId, client)).body['id']);
  await provider.post(`/api/contracts/${contractId}/accept`, { signature: provider.name });
  await app.settle();
  const { body } = await client.get(`/api/contracts/${contractId}`);
  const milestones = (body['milestones'] as { id: string }[]).map(({ id }) => id);
  for (const place of funded) await pay(app, client, contractId, milestones[place] ?? '');
  await app.settle();
  return { contractId, milestones: [milestones[0] ?? '', milestones[1] ?? ''] };
}

/** The gateway confirmed the payment of a milestone. */
async function pay(app: TestApp, client: Known, contractId: string, milestoneId: string) {
  const streams = app.app.get(Streams);
  const { total: amount } = await app.app
    .get(QueryBus)
    .execute(new PriceOfFunding(contractId, milestoneId, client.id));
  const depositId = randomUUIDv7();
  const ids = { depositId, clientId: client.id, contractId, milestoneId };
  const gatewayOrderId = `order_${depositId.slice(-14)}`;
  const opened: PaymentEvent = {
    type: 'DepositInitiated',
    data: { ...ids, gateway: 'razorpay', gatewayOrderId, amount },
  };
  await streams.decide(deposit, depositId, () => ({ facts: [opened] }));
  await streams.decide(deposit, depositId, (state) => {
    const facts = observe(state, {
      ...{
        id: `pay_${depositId.slice(-14)}`,
        status: 'captured',
        amount,
        method: 'card',
        code: '',
      },
    });
    return { facts, ...facts.map(booked)[0] };
  });
}

export const deliver = (provider: Known, { contractId }: Deal, milestoneId: string) =>
  provider.post(`/api/escrow/${contractId}/milestones/${milestoneId}/deliver`, {
    ...{ note: 'Everything from the plan is in place.', files: [] },
  });

/** Opens a dispute on the second milestone and carries the fact everywhere. */
export async function openedDispute(
  app: TestApp,
  by: Known,
  { contractId, milestones }: Deal,
  changes: object = {},
): Promise<string> {
  const answer = await by.post(
    '/api/disputes',
    {
      ...{ contractId, milestoneIds: [milestones[1]], category: 'quality', wish: percent(50) },
      ...{ reason: 'Half of the pages do not work on phones.', files: [], ...changes },
    },
    key(),
  );
  expect(answer).toMatchObject({ status: 201 });
  await app.settle();
  return String(answer.body['id']);
}

export const caseOf = async (reader: Known, id: string) =>
  (await reader.get(`/api/disputes/${id}`)).body as unknown as DisputeView;
export const consoleOf = async (reader: Known, id: string) =>
  (await reader.get(`/api/admin/disputes/${id}`)).body as unknown as ConsoleCase;

/** Answered, heard and given to the mediator: ready for a ruling. */
export async function mediated(app: TestApp, scene: Scene, id: string): Promise<void> {
  const { client, provider, staff } = scene;
  await provider.post(`/api/disputes/${id}/answer`, { text: 'All was delivered.', files: [] });
  await client.post(`/api/disputes/${id}/escalate`);
  for (const side of [client, provider]) await side.post(`/api/disputes/${id}/close-evidence`);
  await staff.lead.post(`/api/admin/disputes/${id}/assign`, { mediatorId: staff.mediator.id });
  await app.settle();
}

export async function simulated(by: Known, id: string, split: Split): Promise<Simulation> {
  const { body } = await by.post(`/api/admin/disputes/${id}/simulate`, { split });
  return body as unknown as Simulation;
}

/** The mediator rules on what the simulator shows for this split. */
export async function ruledOn(by: Known, id: string, split: Split, intent = key()) {
  const { hash } = await simulated(by, id, split);
  const reasons = 'The work was delivered, and a third of the pages fail on phones.';
  const precedent = 'Delivered in time, partly unusable on phones: thirty percent back.';
  return by.post(
    `/api/admin/disputes/${id}/rule`,
    { split, reasons, precedent, policyReference: '§4.2', simulationHash: hash },
    intent,
  );
}

export async function approve(app: TestApp, by: Known, approvalId: string) {
  await app.settle();
  const { body } = await by.get(`/api/admin/approvals/${approvalId}`);
  const answer = await by.post(`/api/admin/approvals/${approvalId}/approve`, {
    payloadHash: body['payloadHash'],
  });
  await app.settle();
  return answer;
}

/** What an account holds, in minor units. */
export async function balance(app: TestApp, account: string): Promise<string> {
  const [row] = await app.database.query<{ total: string }>(
    'select coalesce(sum(amount), 0)::text as total from ledger.entries where account like $1',
    [`${account}%`],
  );
  return row?.total ?? '0';
}

/** Every leg ever written, added up. */
export const ledgerSum = (app: TestApp): Promise<string> => balance(app, '');

export const factsOf = async (app: TestApp, stream: string): Promise<string[]> => {
  const rows = await app.database.query<{ type: string }>(
    'select type from record.events where stream = $1 order by version',
    [stream],
  );
  return rows.map(({ type }) => type);
};
