import { DeliverMilestone } from '../../apps/api/src/money/escrow/commands/deliver-milestone';
import { ReleaseMilestone } from '../../apps/api/src/money/escrow/commands/release-milestone';
import { RequestChanges } from '../../apps/api/src/money/escrow/commands/request-changes';
import { OpenDeposit } from '../../apps/api/src/money/payments/commands/open-deposit';
import { RefundDeposit } from '../../apps/api/src/money/payments/commands/refund-deposit';
import { WatchDeposit } from '../../apps/api/src/money/payments/commands/watch-deposit';
import { RequestPayout } from '../../apps/api/src/money/payouts/commands/request-payout';
import type { Money } from '@money';
import type { TracedContract, TracedMilestone } from './escrow-trace';
import { clients, people, providersOfWork, type Person } from './people';
import type { World } from './world';

export interface Step {
  /** How likely it is now; nothing when it cannot be done. */
  weight(world: World): number;
  run(world: World): Promise<unknown>;
}
type Spot = readonly [TracedContract, TracedMilestone];

export const amountOf = (minor: bigint, currency: string): Money =>
  ({ amountMinor: String(minor), currency }) as Money;
export const personOf = (id: string): Person => people.find((one) => one.id === id) as Person;

/** Contracts that are not over yet; the oldest forty at most. */
export const openContracts = (world: World): TracedContract[] => world.open();

/** A milestone in one of these states; now and then in any, to be refused. */
export function spot(world: World, ...states: TracedMilestone['state'][]): Spot | undefined {
  const contract = world.chance.pick(openContracts(world));
  if (!contract) return undefined;
  const all = [...contract.milestones.values()];
  const fitting = all.filter(({ state }) => states.includes(state));
  const found = world.chance.pick(fitting.length > 0 ? fitting : all);
  return found && [contract, found];
}

export const sizes = [
  1n,
  7n,
  99n,
  333n,
  4_999n,
  100_001n,
  2_500_000n,
  2_500_001n,
  6_000_000n,
  7_777_777n,
];

export function newContract(world: World): TracedContract {
  const { chance } = world;
  const id = world.newId('contract');
  const currency = world.swarm.dollars && chance.percent(40) ? 'USD' : 'INR';
  const milestones = Array.from({ length: chance.between(1, 3) }, (_, at): TracedMilestone => {
    const isRound = chance.percent(25);
    const amount = isRound
      ? BigInt(50 + 100 * chance.below(2_000))
      : (chance.pick(sizes) ?? 1n) + BigInt(chance.below(50));
    return {
      ...{ id: world.newId(`milestone${String(at)}`), amount, agreed: amount, state: 'pending' },
      ...{ frozenBy: null, holds: new Set(), chargeback: null, dueAt: null, offer: null },
    };
  });
  return {
    ...{ id, currency, status: 'signed', inside: 0n },
    clientId: (chance.pick(clients) as Person).id,
    providerId: (chance.pick(providersOfWork) as Person).id,
    rates: {
      clientFeeBps: chance.between(0, 700),
      // Round rates on round amounts end on halves more often than others.
      providerFeeBps: chance.percent(50) ? 100 * chance.below(21) : chance.between(0, 2_000),
      taxBps: chance.pick([0, 500, 1_800]) ?? 0,
    },
    milestones: new Map(milestones.map((one) => [one.id, one])),
  };
}

/** What both sides of a contract and their wallets do. */
export const marketSteps: Readonly<Record<string, Step>> = {
  sign: {
    weight: (world) => (openContracts(world).length < 12 ? 20 : 1),
    run: (world) => world.sign(newContract(world)),
  },
  order: {
    weight: (world) => (openContracts(world).length > 0 ? 14 : 0),
    run: (world) => order(world),
  },
  deliver: {
    weight: (world) => (openContracts(world).length > 0 ? 10 : 0),
    async run(world) {
      const [contract, milestone] = spot(world, 'funded', 'changes') ?? [];
      if (!contract || !milestone) return;
      const work = { note: '', files: [] };
      await world.wish({
        ...{ name: 'deliver', who: personOf(contract.providerId), unkeyed: true },
        say: () => new DeliverMilestone(contract.id, milestone.id, work),
      });
    },
  },
  changes: {
    weight: (world) => (openContracts(world).length > 0 ? 3 : 0),
    async run(world) {
      const [contract, milestone] = spot(world, 'in_review') ?? [];
      if (!contract || !milestone) return;
      const points = { points: ['one'], note: '' };
      await world.wish({
        ...{ name: 'changes', who: personOf(contract.clientId), unkeyed: true },
        say: () => new RequestChanges(contract.id, milestone.id, points),
      });
    },
  },
  release: {
    weight: (world) => (openContracts(world).length > 0 ? 8 : 0),
    run: (world) => release(world),
  },
  refund: {
    weight: (world) => (world.swarm.refunds && world.outside.payments.size > 0 ? 4 : 0),
    run: (world) => refund(world),
  },
  payout: {
    weight: (world) => (world.swarm.payouts ? 6 : 0),
    run: (world) => payout(world),
  },
};

async function order(world: World): Promise<void> {
  const [contract, milestone] = spot(world, 'pending') ?? [];
  if (!contract || !milestone) return;
  const { id: contractId } = contract;
  const input = { contractId, milestoneId: milestone.id };
  const other = { contractId, milestoneId: world.newId('another') };
  await world.wish({
    ...{ name: 'order', who: personOf(contract.clientId), fresh: true },
    say: (key) => new OpenDeposit(input, key),
    other: (key) => new OpenDeposit(other, key),
  });
}

async function release(world: World): Promise<void> {
  const [contract, milestone] = spot(world, 'in_review', 'funded') ?? [];
  if (!contract || !milestone) return;
  const { id, currency } = contract;
  const right = world.chance.percent(92) ? 0n : 1n;
  const amount = amountOf(milestone.amount + right, currency);
  const who = personOf(world.chance.percent(95) ? contract.clientId : contract.providerId);
  const say = (one: Money) => (key: string) =>
    new ReleaseMilestone(id, milestone.id, { amount: one }, key);
  const other = say(amountOf(milestone.amount + 5n, currency));
  await world.wish({ name: 'release', who, say: say(amount), other, never: right !== 0n });
}

async function refund(world: World): Promise<void> {
  const { chance } = world;
  const payment = chance.pick([...world.outside.payments.values()].slice(-40));
  const depositId = payment?.order.receipt ?? '';
  const first = world.watch.money.firsts.get(`deposit-${depositId}`);
  if (!payment || !first) return;
  const most = BigInt(payment.order.amount);
  const part = chance.percent(30) ? most : (most * BigInt(chance.between(1, 110))) / 100n + 1n;
  const amount = amountOf(part, payment.order.currency);
  const say = (one: Money) => (key: string) =>
    new RefundDeposit(depositId, { amount: one, reason: 'changed' }, key);
  const other = say(amountOf(part + 1n, payment.order.currency));
  await world.wish({
    name: 'refund',
    who: personOf(String(first['clientId'])),
    say: say(amount),
    other,
  });
}

/** Verified long ago, or a moment ago. */
function bankOf(world: World, who: Person): string {
  const id = `${who.id.slice(0, -1)}b`;
  if (!world.tables.bankAccounts.has(id))
    world.tables.bankAccounts.set(id, {
      ...{ id, providerId: who.id, state: 'verified', fundAccountId: 'fa', createdAt: new Date(0) },
      isChange: false,
    });
  return id;
}

async function payout(world: World): Promise<void> {
  const { chance } = world;
  const who = chance.pick([...providersOfWork, ...clients.slice(0, 1)]) as Person;
  const bankAccountId = bankOf(world, who);
  const currency = world.swarm.dollars && chance.percent(40) ? 'USD' : 'INR';
  const there = world.watch.balances.get(`wallet:${who.id}:available:${currency}`) ?? 0n;
  const part = (there * BigInt(chance.between(10, 105))) / 100n;
  if (part <= 0n) return;
  const say = (one: bigint) => (key: string) =>
    new RequestPayout({ amount: amountOf(one, currency), bankAccountId }, key);
  await world.wish({ name: 'payout', who, say: say(part), other: say(part + 1n) });
}

export const watchDeposit = (depositId: string) => new WatchDeposit(depositId);
