import type { Fact } from '@eventstore/record';
import type { Escrow, Milestone } from '../../apps/api/src/money/escrow/domain/escrow';
import { Rejection } from '@kernel/reject';
import { kinds, type Written } from './small-world';
import { insist, Violation } from './violation';

/**
 * One state of everything: the places of aggregates that were seen before, balances, what is under
 * way outside and how often, and which keys are used. All small numbers, so that a million fit.
 */
export interface State {
  readonly at: Readonly<Record<string, number>>;
  readonly balances: number;
  /** Messages under way: how often each may still come. */
  readonly mail: Readonly<Record<string, number>>;
  /** What the world outside has done, and the keys of intents that are used. */
  readonly done: Readonly<Record<string, string>>;
}
export type Next = readonly [label: string, make: () => State | null];

/** States of aggregates and balances by number: each is kept once. */
class Kept<Value> {
  readonly values: Value[] = [];
  private readonly places = new Map<string, number>();

  place(value: Value): number {
    const text = JSON.stringify(value);
    const known = this.places.get(text);
    if (known !== undefined) return known;
    this.places.set(text, this.values.length);
    return this.values.push(value) - 1;
  }
}
export const aggregates = new Kept<unknown>();
export const books = new Kept<Record<string, string>>();

export const state = (now: State, name: string): unknown => aggregates.values[now.at[name] ?? 0];
export const escrowOf = (now: State) => state(now, 'escrow') as Escrow;
export const kindOf = (name: string): string => name.replace(/\d+$/, '');

function fold(now: State, name: string, facts: readonly Fact[]): number {
  const kind = kinds[kindOf(name)];
  insist(kind !== undefined, 'a known aggregate', () => name);
  return aggregates.place(facts.reduce((one, fact) => kind.evolve(one, fact), state(now, name)));
}

const guarded = /^(wallet|escrow):/;

interface Change {
  readonly at: Readonly<Record<string, number>>;
  readonly balances: number;
}
/** The same decision on the same states changes the same: it is worked out once. */
const changes = new Map<string, Change | null>();

/** What a decision writes, as the record takes it: all of it, or nothing where an account runs dry. */
export function write(
  now: State,
  [label, name]: readonly [string, string],
  make: () => Written | null,
  used?: string,
): State | null {
  if (used !== undefined && now.done[used]) return null;
  const { escrow: first, chargeback: second } = now.at;
  const places = [first, second, now.at[name], now.balances].map(String).join();
  const key = `${label} ${places}`;
  let change = changes.get(key);
  if (change === undefined) {
    change = worked(now, label, name, make);
    changes.set(key, change);
  }
  if (change === null) return null;
  const done = used === undefined ? now.done : { ...now.done, [used]: 'x' };
  return { ...now, ...change, at: { ...now.at, ...change.at }, done };
}

function worked(
  now: State,
  label: string,
  name: string,
  make: () => Written | null,
): Change | null {
  const written = decided(label, make);
  if (!written) return null;
  const next: Record<string, string> = { ...books.values[now.balances] };
  for (const { legs } of written.journals) {
    const sum = legs.reduce((all, { amountMinor }) => all + amountMinor, 0n);
    insist(sum === 0n && legs.length > 1, 'a journal sums to zero', () => label);
    for (const { account, amountMinor } of legs)
      next[account] = String(BigInt(next[account] ?? 0) + amountMinor);
  }
  if (Object.entries(next).some(([one, sum]) => guarded.test(one) && sum.startsWith('-')))
    return null;
  const at: Record<string, number> = { [name]: fold(now, name, written.facts) };
  for (const [other, facts] of Object.entries(written.elsewhere ?? {}))
    at[other] = fold(now, other, facts);
  const sorted = Object.fromEntries(Object.entries(next).sort(([a], [b]) => (a < b ? -1 : 1)));
  const change = { at, balances: books.place(sorted) };
  check(now, { ...now, ...change, at: { ...now.at, ...at } }, written.facts);
  return change;
}

function decided(label: string, make: () => Written | null): Written | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof Rejection) return null;
    throw new Violation('no errors but refusals', `${label}: ${(error as Error).message}`);
  }
}

/** The rules of escrow, asked of every change. */
function check(before: State, after: State, facts: readonly Fact[]): void {
  const was = escrowOf(before);
  const is = escrowOf(after);
  const held = BigInt(books.values[after.balances]?.['escrow:k'] ?? 0);
  for (const { type, data: told } of facts) {
    if (type !== 'EscrowReleased' && type !== 'EscrowRefunded') continue;
    const { milestoneId, reason } = told as { milestoneId: string; reason: string };
    const one =
      was.status === 'none' ? undefined : was.milestones.find(({ id }) => id === milestoneId);
    insist(was.status === 'open', 'nothing leaves a closed escrow', () => milestoneId);
    const byDecision = reason === 'decision';
    insist(!one?.frozen || byDecision, 'nothing leaves while disputed', () => milestoneId);
    insist(!one?.chargeback, 'nothing leaves while charged back', () => milestoneId);
  }
  if (is.status === 'none') return;
  const inside = is.milestones.reduce((all, each) => all + insideOf(each), 0n);
  insist(held === inside, 'escrow account = milestones', () => `${String(held)} ${String(inside)}`);
  insist(is.status !== 'closed' || held === 0n, 'closed empty', () => String(held));
}

function insideOf({ state: where, amount, chargeback }: Milestone): bigint {
  if (!['funded', 'in_review', 'changes_requested'].includes(where)) return 0n;
  return BigInt(amount.amountMinor) - BigInt(chargeback?.taken.amountMinor ?? 0);
}

export const outside = (now: State, what: string, mail: readonly string[]): State => {
  const sent = { ...now.mail };
  for (const one of mail) sent[one] = 2;
  return { ...now, mail: sent, done: { ...now.done, [what]: 'x' } };
};
export const heard = (now: State | null, word: string): State | null =>
  now && { ...now, mail: { ...now.mail, [word]: (now.mail[word] ?? 0) - 1 } };
