import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { EscrowTrace } from './escrow-trace';
import { minorOf, rules, summed, type Said } from './expected-legs';
import type { Commit, KeptEvent } from './memory-record';
import { MoneyTrace } from './money-trace';
import { insist } from './violation';

export interface Seen {
  readonly stream: string;
  readonly id: string;
  readonly type: string;
  readonly said: Said;
  readonly at: string;
  readonly correlation: string;
  readonly by: string;
}

/** Facts that one intent says at most once. */
const once = new Set([
  ...['DepositInitiated', 'DepositRefundRequested', 'EscrowReleased', 'EscrowHeld'],
  ...['PayoutRequested', 'ApprovalRequested', 'DisputeOpened', 'DisputeSettled'],
]);

/**
 * Looks at everything that is written, at once: legs against a second implementation, balances of its
 * own, one movement for one intent, and what may follow what.
 */
export class Watch {
  readonly escrows = new EscrowTrace();
  readonly money = new MoneyTrace(this);
  readonly balances = new Map<string, bigint>();
  private readonly said = new Map<string, number>();

  see({ events, legs }: Commit): void {
    const byJournal = Map.groupBy(legs, ({ journal }) => journal);
    for (const { account, amount } of legs) this.book(account, amount);
    for (const event of events) {
      const seen = parsed(event);
      this.escrowOf(seen);
      this.money.see(seen);
      this.legsFit(seen, byJournal.get(seen.id) ?? []);
      this.isOnce(seen);
    }
  }

  private book(account: string, amount: bigint): void {
    const balance = (this.balances.get(account) ?? 0n) + amount;
    this.balances.set(account, balance);
    if (/^(wallet|escrow):/.test(account))
      insist(balance >= 0n, 'guarded account below zero', () => `${account} ${String(balance)}`);
  }

  private escrowOf({ stream, type, said, at, by }: Seen): void {
    if (!stream.startsWith('escrow-')) return;
    this.escrows.see(stream.slice('escrow-'.length), type, said, at);
    const { clientId } = this.escrows.contract(stream.slice('escrow-'.length));
    const own = type !== 'EscrowReleased' || said['reason'] !== 'approved' || by === clientId;
    insist(own, 'only its client releases', () => stream);
  }

  private legsFit({ stream, type, said, id }: Seen, legs: readonly Commit['legs'][number][]): void {
    const rule = rules[type];
    if (!rule) {
      insist(legs.length === 0 || type === 'ReceivableOffset', 'no legs', () => type);
      return;
    }
    const subject = stream.slice(stream.indexOf('-') + 1);
    const wanted = summed(rule(said, subject, this.escrows));
    const real = summed(
      legs.map(({ account, currency, amount }) => [account.slice(0, -currency.length - 1), amount]),
    );
    if (said['parts'] !== undefined && type === 'ChargebackFundsRestored') suspended(wanted, real);
    const fits =
      wanted.size === real.size && [...wanted].every(([one, sum]) => real.get(one) === sum);
    insist(fits, 'legs as the rules say', () => `${type} ${id} ${show(wanted)} not ${show(real)}`);
  }

  private isOnce({ type, correlation, said }: Seen): void {
    if (!once.has(type) || !correlation.startsWith('intent')) return;
    // A large ruling asks before it is written: said again it asks again, and only one ever runs.
    if (said['action'] === 'dispute.rule') return;
    const key = `${correlation} ${type} ${JSON.stringify(said['milestoneId'])}`;
    const count = (this.said.get(key) ?? 0) + 1;
    this.said.set(key, count);
    insist(count === 1, 'an intent moves money once', () => key);
  }

  /** Every balance of its own against the one of the record, and all of a currency against zero. */
  recount(accounts: ReadonlyMap<string, { balance: bigint; currency: string }>): void {
    const totals = new Map<string, bigint>();
    for (const [account, { balance, currency }] of accounts) {
      insist(this.balances.get(account) === balance, 'balance = entries', () => account);
      totals.set(currency, (totals.get(currency) ?? 0n) + balance);
    }
    for (const [currency, total] of totals)
      insist(total === 0n, 'all balances sum to zero', () => `${currency} ${String(total)}`);
    for (const { id, inside, currency } of this.escrows.contracts.values()) {
      const balance = this.balances.get(`escrow:${id}:${currency}`) ?? 0n;
      insist(balance === inside, 'escrow account = open escrows', () => `${id} ${String(balance)}`);
    }
  }
}

/** The part of a milestone that is settled waits in suspense. */
function suspended(wanted: Map<string, bigint>, real: ReadonlyMap<string, bigint>): void {
  const waits = real.get('suspense');
  const escrow = [...wanted.keys()].find((account) => account.startsWith('escrow:'));
  if (waits === undefined || escrow === undefined) return;
  wanted.set('suspense', wanted.get(escrow) ?? 0n);
  wanted.delete(escrow);
}

const show = (legs: ReadonlyMap<string, bigint>): string =>
  [...legs].map(([account, sum]) => `${account}=${String(sum)}`).join(' ');

export function parsed({ stream, id, type, raw }: KeptEvent): Seen {
  const { data: said, metadata } = JSON.parse(raw) as {
    data: Said;
    metadata: { at: string; correlation: string; actor: { id: string } };
  };
  const { at, correlation, actor } = metadata;
  return { stream, id, type, said, at, correlation, by: actor.id };
}

export const hashOf = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex');

export const amountIs = (said: Said, other: Said): boolean =>
  minorOf(said['amount']) === minorOf(other['amount']);
