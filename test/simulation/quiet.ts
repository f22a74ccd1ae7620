import { DecideApproval } from '../../apps/api/src/money/approvals/commands/decide-approval';
import { ProposeLift } from '../../apps/api/src/money/escrow/commands/propose-lift';
import { staff } from './people';
import { carryFact, fire, isBehind, runJob } from './steps-inside';
import { outsideSteps } from './steps-outside';
import { Chance } from './random';
import { insist } from './violation';
import type { World } from './world';

const dayMs = 86_400_000;
const mostTurns = 200_000;
const mostRounds = 20_000;

/**
 * Nothing is disturbed any more, everybody outside does what they owe, and time passes until no
 * deadline is left. Then nothing may be stuck, and the gateway and the bank must say what we say.
 */
export async function quiet(world: World): Promise<void> {
  world.heal();
  world.outside.lossy = 0;
  Object.assign(world.swarm, { crashes: false, copies: false });
  world.chance = new Chance(7);
  await liftAll(world);
  const until = world.now + 100 * dayMs;
  for (let round = 0; world.now < until; round += 1) {
    insist(round < mostRounds, 'liveness', () => 'it never comes to rest');
    await settle(world);
    if (world.violation) throw world.violation;
    if (!forward(world)) break;
  }
  stuck(world);
  world.watch.recount(world.tables.record.accounts);
  outsideAgrees(world);
}

/** Two people of compliance let go of everything that is held. */
async function liftAll(world: World): Promise<void> {
  const [one, two] = staff.compliance;
  if (!one || !two) return;
  await settle(world);
  for (const { data: held } of world.recent('EscrowHeld', 10_000)) {
    const say = (key: string) => new ProposeLift(String(held['holdId']), 'over', key);
    await world.wish({ name: 'lift', who: one, say, fresh: true });
  }
  await settle(world);
  for (const { data: asked } of world.recent('ApprovalRequested', 10_000)) {
    if (asked['action'] !== 'hold.lift') continue;
    const verdict = { payloadHash: String(asked['payloadHash']), comment: 'over' };
    const say = () => new DecideApproval(String(asked['approvalId']), 'approve', verdict);
    await world.wish({ name: 'decide', who: two, say, unkeyed: true });
  }
}

/** Everything that can move without time. */
async function settle(world: World): Promise<void> {
  const { outside, unanswered, tables } = world;
  for (let turn = 0; ; turn += 1) {
    insist(turn < mostTurns, 'liveness', () => 'it never comes to rest');
    if (isBehind(world)) await carryFact(world);
    else if (outside.mail.length > 0) await outsideSteps['webhook']?.run(world);
    else if (tables.jobs.size > 0) await runJob(world);
    else if (unanswered.length > 0) await world.attempt(unanswered.pop() as never);
    else if (tables.timers.isDue(new Date(world.now).toISOString())) await fire(world);
    else if (!finishOutside(world)) return;
    if (world.violation) throw world.violation;
  }
}

/** The gateway and the bank end what they began. */
function finishOutside({ outside }: World): boolean {
  const payment = [...outside.payments.values()].find(({ status }) => status === 'authorized');
  const refund = outside.refunds.find((one) => one.refund.status === 'pending');
  const transfer = outside.transfers.find(({ status }) => status === 'processing');
  const dispute = outside.disputes.find(({ outcome, status }) => !outcome && status !== 'closed');
  if (payment) outside.capture(payment);
  else if (refund) outside.settle(refund, 'processed');
  else if (transfer) outside.finish(transfer, 'processed');
  else if (dispute) outside.move(dispute, 'lost', Math.max(1, dispute.phase));
  return Boolean(payment ?? refund ?? transfer ?? dispute);
}

/** To the next deadline, a quarter of a day at least. False when there is none. */
function forward(world: World): boolean {
  const next = world.tables.timers.nextDue();
  if (next === undefined) return false;
  world.now = Math.max(world.now + dayMs / 4, Date.parse(next) + 1);
  return true;
}

const finals: Readonly<Record<string, readonly string[]>> = {
  payout: ['PayoutPaid', 'PayoutFailed', 'PayoutRejected', 'PayoutReversed'],
  dispute: ['DecisionExecuted', 'DisputeWithdrawn'],
  approval: ['ApprovalExecuted', 'ApprovalFailed', 'ApprovalDenied', 'ApprovalExpired'],
};

function stuck(world: World): void {
  const { money, escrows } = world.watch;
  for (const [stream, last] of money.last) {
    const [kind = ''] = stream.split('-');
    const ends = finals[kind];
    // Somebody of the house has to decide; nobody of them is simulated any more.
    if (!ends || ['PayoutRequested', 'PayoutPreparationLapsed'].includes(last)) continue;
    const waits = kind === 'dispute' && isHeld(world, stream);
    insist(ends.includes(last) || waits, 'liveness', () => `${stream} stays ${last}`);
  }
  for (const [id, state] of money.refunds)
    insist(state !== 'requested', 'liveness', () => `refund ${id} is under way for ever`);
  for (const { milestones } of escrows.contracts.values())
    for (const { id, state, frozenBy, holds, chargeback } of milestones.values()) {
      const free = frozenBy === null && holds.size === 0 && chargeback === null;
      const over = ['DecisionExecuted', 'DisputeWithdrawn'].includes(
        money.last.get(`dispute-${String(frozenBy)}`) ?? '',
      );
      const isThere = ['funded', 'in_review', 'changes'].includes(state);
      insist(!over || !isThere, 'liveness', () => `${id} stays frozen by a dispute that is over`);
      insist(state !== 'in_review' || !free, 'liveness', () => `${id} is in review for ever`);
    }
}

/** Compliance holds the money of this dispute: its decision waits. */
function isHeld(world: World, stream: string): boolean {
  const { escrows, money } = world.watch;
  const opened = money.firsts.get(stream);
  const contract = escrows.contracts.get(String(opened?.['contractId']));
  return [...(contract?.milestones.values() ?? [])].some(
    ({ holds, frozenBy }) => holds.size > 0 && `dispute-${String(frozenBy)}` === stream,
  );
}

/** The gateway's and the bank's own books against our accounts, per currency. */
function outsideAgrees({ outside, watch }: World): void {
  const gateway = new Map<string, bigint>();
  const book = (books: Map<string, bigint>, currency: string, amount: bigint) =>
    books.set(currency, (books.get(currency) ?? 0n) + amount);
  for (const { order, status, refunds, dispute } of outside.payments.values()) {
    if (status !== 'captured') continue;
    book(gateway, order.currency, -BigInt(order.amount));
    for (const { status: state, amount } of refunds)
      if (state === 'processed') book(gateway, order.currency, BigInt(amount));
    const taken = dispute && dispute.phase > 0 && dispute.outcome !== 'won';
    if (taken) book(gateway, order.currency, BigInt(dispute.amount));
  }
  const bank = new Map<string, bigint>();
  for (const { status, currency, amount } of outside.transfers)
    if (status === 'processed') book(bank, currency, BigInt(amount));
  for (const currency of ['INR', 'USD'])
    for (const [account, books] of [
      ['gateway:razorpay', gateway],
      ['bank:razorpayx', bank],
    ] as const) {
      const ours = watch.balances.get(`${account}:${currency}`) ?? 0n;
      const theirs = books.get(currency) ?? 0n;
      insist(
        ours === theirs,
        'outside = ledger',
        () => `${account} ${currency} ${String(ours)} ${String(theirs)}`,
      );
    }
  paidOnce(outside);
}

/** No payout reached the bank under two keys. */
function paidOnce({ transfers }: World['outside']): void {
  const paid = new Set<string>();
  for (const { reference, status } of transfers) {
    if (status === 'failed') continue;
    insist(!paid.has(reference), 'paid once at the bank', () => reference);
    paid.add(reference);
  }
}
