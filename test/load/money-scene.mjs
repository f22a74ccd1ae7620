// The scene of the money benchmark: funded escrows, and how late the read model is while they are
// released at a steady pace.
import { randomUUIDv7 } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

const fees = { id: 'standard-2026-01', clientFeeBps: 300, providerFeeBps: 1_000, taxBps: 1_800 };
const amount = { amountMinor: '1000000', currency: 'INR' };
const perContract = 8;

/** `count` funded milestones, eight to a contract, each contract with two sides of its own. */
export async function escrows(tools, count, clients) {
  const contracts = [];
  let left = Math.ceil(count / perContract);
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (left > 0) {
        left -= 1;
        contracts.push(await fundedContract(tools));
      }
    }),
  );
  // Neighbours belong to different contracts, as the clients of a marketplace do.
  return Array.from({ length: perContract }, (_, place) =>
    contracts.map((one) => one[place]),
  ).flat();
}

async function fundedContract(tools) {
  const { append, database, commands, context, OpenEscrow, FundMilestone } = tools;
  const [contractId, clientId, providerId] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7()];
  const milestones = Array.from({ length: perContract }, () => ({
    id: randomUUIDv7(),
    amount,
    days: 10,
  }));
  const cause = { type: 'FundsCredited', data: {} };
  const leg = (account, amountMinor) => ({
    account,
    amountMinor,
    currency: 'INR',
    kind: 'deposit',
  });
  await append(database, {
    streams: [{ stream: `wallet-${clientId}-INR`, expected: 'any', facts: [cause] }],
    journals: [
      {
        cause,
        legs: [
          leg('gateway:razorpay', -10_000_000n),
          leg(`wallet:${clientId}:available`, 10_000_000n),
        ],
      },
    ],
    metadata: context.metadata,
  });
  const terms = { clientId, providerId, fees, termsVersion: '2026-01', reviewDays: 14, milestones };
  return context.run({}, async () => {
    await commands.execute(new OpenEscrow(contractId, terms));
    for (const { id } of milestones)
      await commands.execute(new FundMilestone(contractId, id, clientId, randomUUIDv7()));
    return milestones.map(({ id }) => ({ contractId, clientId, milestoneId: id, amount }));
  });
}

/** Releases at a pace; every 20th is watched until its read-model row says so. Milliseconds late. */
export async function lagSamples(tools, release, { perSecond, seconds, clients }) {
  const ready = await escrows(tools, perSecond * seconds, clients);
  await caughtUp(tools.database, ready.at(-1));
  const lags = [];
  const watching = [];
  const started = performance.now();
  let turn = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (turn < ready.length) {
        const mine = turn;
        turn += 1;
        const due = started + (mine * 1_000) / perSecond;
        if (due > performance.now()) await pause(due - performance.now());
        await release(ready[mine]);
        if (mine % 20 === 0)
          watching.push(seen(tools.database, ready[mine]).then((ms) => lags.push(ms)));
      }
    }),
  );
  await Promise.all(watching);
  return lags;
}

const stateOf = (database, { contractId, milestoneId }) =>
  database.query(
    'select state from upcoming_releases where contract_id = $1 and milestone_id = $2',
    [contractId, milestoneId],
    'bench.state',
  );

async function seen(database, one) {
  const committed = performance.now();
  for (;;) {
    const [row] = await stateOf(database, one);
    if (row?.state === 'released') return performance.now() - committed;
    await pause(4);
  }
}

async function caughtUp(database, last) {
  for (;;) {
    const [row] = await stateOf(database, last);
    if (row?.state === 'funded') return;
    await pause(50);
  }
}
