import { DecideApproval } from '../../apps/api/src/money/approvals/commands/decide-approval';
import { HoldEscrow } from '../../apps/api/src/money/escrow/commands/hold-escrow';
import { ProposeLift } from '../../apps/api/src/money/escrow/commands/propose-lift';
import {
  ProposeJournal,
  ProposeReversal,
} from '../../apps/api/src/money/journals/commands/propose-journal';
import { ProposeGoodwill } from '../../apps/api/src/money/payments/commands/give-goodwill';
import { RefundForClient } from '../../apps/api/src/money/payments/commands/refund-for-client';
import { PreparePayout } from '../../apps/api/src/money/payouts/commands/prepare-payout';
import { staff, type Person } from './people';
import { amountOf, sizes, spot, type Step } from './steps-market';
import type { World } from './world';

const finance = [...staff.makers, ...staff.checkers, ...staff.both];
const one = (world: World, from: readonly Person[]): Person => world.chance.pick(from) as Person;
const reason = 'because';

/** What people of the house do: two of them where it takes two, and sometimes the wrong one. */
export const staffSteps: Readonly<Record<string, Step>> = {
  preparePayout: {
    weight: (world) => (world.count('PayoutRequested') > 0 ? 5 : 0),
    run: (world) => preparePayout(world),
  },
  approval: {
    weight: (world) => (world.count('ApprovalRequested') > 0 ? 6 : 0),
    run: (world) => decideApproval(world),
  },
  hold: {
    weight: ({ swarm }) => (swarm.holds ? 2 : 0),
    async run(world) {
      const [contract, milestone] = spot(world, 'funded', 'in_review') ?? [];
      if (!contract || !milestone) return;
      const milestoneIds = world.chance.percent(50) ? [milestone.id] : [];
      const until = new Date(world.now + 30 * 86_400_000).toISOString();
      const wish = { contractId: contract.id, milestoneIds, reason: 'suspected_fraud', until };
      const say = (note: string) => (key: string) =>
        new HoldEscrow({ ...wish, note } as never, key);
      const who = one(world, staff.compliance);
      await world.wish({ name: 'hold', who, say: say('a'), other: say('b') });
    },
  },
  lift: {
    weight: (world) => (world.count('EscrowHeld') > 0 ? 5 : 0),
    async run(world) {
      const held = world.chance.pick(world.recent('EscrowHeld'));
      if (!held) return;
      const { holdId } = held.data as { holdId: string };
      const who = one(world, [...staff.compliance, ...staff.compliance, ...staff.support]);
      // What is lifted meanwhile is refused before anybody looks at the key.
      const say = (key: string) => new ProposeLift(holdId, reason, key);
      await world.wish({ name: 'lift', who, say, fresh: true });
    },
  },
  staffRefund: {
    weight: (world) => (world.swarm.refunds && world.count('DepositCaptured') > 0 ? 2 : 0),
    run: (world) => staffRefund(world),
  },
  goodwill: {
    weight: ({ swarm }) => (swarm.goodwill ? 1 : 0),
    async run(world) {
      const [contract] = spot(world, 'released', 'refunded') ?? [];
      if (!contract) return;
      const say = (minor: bigint) => (key: string) =>
        new ProposeGoodwill(
          { contractId: contract.id, amount: amountOf(minor, contract.currency), reason },
          key,
        );
      const size = BigInt(world.chance.between(1, 300_000));
      const who = one(world, staff.support);
      await world.wish({ name: 'goodwill', who, say: say(size), other: say(size + 1n) });
    },
  },
  journal: {
    weight: ({ swarm }) => (swarm.journals ? 2 : 0),
    run: (world) => journal(world),
  },
  reversal: {
    weight: (world) => (world.count('JournalPosted') > 0 ? 2 : 0),
    async run(world) {
      const posted = world.chance.pick(world.recent('JournalPosted'));
      if (!posted) return;
      const { journalId } = posted.data as { journalId: string };
      const say = (key: string) => new ProposeReversal(journalId, reason, key);
      await world.wish({ name: 'reversal', who: one(world, staff.makers), say, fresh: true });
    },
  },
};

async function preparePayout(world: World): Promise<void> {
  const { chance } = world;
  const large = world
    .recent('PayoutRequested')
    .filter(({ data: { flags } }) => (flags as string[]).length > 0);
  const payout = chance.pick(large);
  if (!payout) return;
  const { payoutId } = payout.data as { payoutId: string };
  // Two who ask before either is heard of: the payout goes under one of the requests only.
  const askers = chance.percent(30) ? staff.makers : [one(world, finance)];
  for (const who of askers)
    await world.wish({
      ...{ name: 'prepare payout', who, unkeyed: true },
      say: () => new PreparePayout(payoutId, reason),
    });
}

const deciders = [...staff.checkers, ...staff.both, ...staff.compliance, ...staff.leads];

async function decideApproval(world: World): Promise<void> {
  const { chance } = world;
  const asked = chance.pick(world.recent('ApprovalRequested'));
  if (!asked) return;
  const { approvalId, payloadHash } = asked.data as { approvalId: string; payloadHash: string };
  const seen = chance.percent(95) ? payloadHash : 'f'.repeat(64);
  const kind = chance.percent(80) ? 'approve' : 'deny';
  const maker = finance.find(({ id }) => id === asked.data['makerId']);
  const who = chance.percent(15) && maker ? maker : one(world, deciders);
  const say = () => new DecideApproval(approvalId, kind, { payloadHash: seen, comment: 'ok' });
  const never = seen !== payloadHash;
  await world.wish({ name: 'decide', who, say, unkeyed: true, never });
}

async function staffRefund(world: World): Promise<void> {
  const { chance } = world;
  const captured = chance.pick(world.recent('DepositCaptured'));
  if (!captured) return;
  const { depositId, amount } = captured.data as {
    depositId: string;
    amount: { amountMinor: string; currency: string };
  };
  const part = (BigInt(amount.amountMinor) * BigInt(chance.between(1, 100))) / 100n + 1n;
  const say = (minor: bigint) => (key: string) =>
    new RefundForClient({ depositId, amount: amountOf(minor, amount.currency), reason }, key);
  const who = one(world, staff.makers);
  // Whether it is large decides the way; the same key on the other way would be another intent.
  await world.wish({ name: 'staff refund', who, say: say(part), fresh: true });
}

async function journal(world: World): Promise<void> {
  const { chance, now } = world;
  const currency = world.swarm.dollars && chance.percent(40) ? 'USD' : 'INR';
  const size = chance.pick(sizes) ?? 1n;
  const wallet = `wallet:${one(world, world.people.slice(0, 10)).id}:available`;
  const [from, to] = chance.percent(50) ? ['suspense', wallet] : ['loss', 'suspense'];
  const legs = [
    { account: from, amount: amountOf(-size, currency) },
    { account: to, amount: amountOf(size, currency) },
  ];
  const effectiveAt = new Date(now - chance.below(5 * 86_400_000)).toISOString();
  const say = (why: string) => (key: string) =>
    new ProposeJournal({ legs, effectiveAt, reason: why }, key);
  const who = one(world, [...staff.makers, ...staff.both]);
  await world.wish({ name: 'journal', who, say: say('x'), other: say('y') });
}
