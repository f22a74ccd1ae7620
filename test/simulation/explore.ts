import type { Fact } from '@eventstore/record';
import type { Escrow, Milestone } from '../../apps/api/src/money/escrow/domain/escrow';
import { Rejection } from '@kernel/reject';
import { decide, initiated, kinds, milestone, signed, type Written } from './small-world';
import { insist, Violation } from './violation';

/**
 * One state of everything: the places of aggregates that were seen before, balances, what is under
 * way outside and how often, and which keys are used. All small numbers, so that a million fit.
 */
interface State {
  readonly at: Readonly<Record<string, number>>;
  readonly balances: number;
  /** Messages under way: how often each may still come. */
  readonly mail: Readonly<Record<string, number>>;
  /** What the world outside has done, and the keys of intents that are used. */
  readonly done: Readonly<Record<string, string>>;
}
type Next = readonly [label: string, make: () => State | null];

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
const aggregates = new Kept<unknown>();
const books = new Kept<Record<string, string>>();

const state = (now: State, name: string): unknown => aggregates.values[now.at[name] ?? 0];
const escrowOf = (now: State) => state(now, 'escrow') as Escrow;
const kindOf = (name: string): string => name.replace(/\d+$/, '');

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
function write(
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

const outside = (now: State, what: string, mail: readonly string[]): State => {
  const sent = { ...now.mail };
  for (const one of mail) sent[one] = 2;
  return { ...now, mail: sent, done: { ...now.done, [what]: 'x' } };
};
const heard = (now: State | null, word: string): State | null =>
  now && { ...now, mail: { ...now.mail, [word]: (now.mail[word] ?? 0) - 1 } };

/** Everything that can happen now. A refusal is nothing that happens. */
function* nexts(now: State, count: number): Generator<Next> {
  for (let at = 0; at < count; at += 1) yield* ofMilestone(now, at);
  yield* ofPayout(now);
  yield* ofChargeback(now);
}

function* ofMilestone(now: State, at: number): Generator<Next> {
  const id = milestone(at);
  const name = `deposit${String(at)}`;
  if (!now.done[`paid${id}`])
    yield [
      `${id} is paid`,
      () => outside(now, `paid${id}`, [`authorized ${id}`, `captured ${id}`]),
    ];
  for (const status of ['authorized', 'captured'] as const) {
    const word = `${status} ${id}`;
    if ((now.mail[word] ?? 0) > 0)
      yield [
        `webhook ${word}`,
        () =>
          heard(
            write(now, [word, name], () => decide.hear(state(now, name), at, status)),
            word,
          ),
      ];
  }
  const { status } = state(now, name) as { status: string };
  if (status === 'captured')
    yield [
      `${id} is funded`,
      () => write(now, [`fund ${id}`, 'escrow'], () => decide.fund(escrowOf(now), at), `fund${id}`),
    ];
  for (const act of ['deliver', 'release', 'auto', 'dispute', 'withdraw', 'execute'] as const) {
    const used = act === 'execute' ? `execute${id}` : undefined;
    if (act === 'dispute' && now.done[`disputed${id}`]) continue;
    // A delivery is a new version each time: one is enough.
    if (act === 'deliver' && now.done[`delivered${id}`]) continue;
    yield [
      `${act} ${id}`,
      () => {
        const after = write(
          now,
          [`${act} ${id}`, 'escrow'],
          () => decide[act](escrowOf(now), at),
          used,
        );
        const noted = { dispute: `disputed${id}`, deliver: `delivered${id}` }[act as 'dispute'];
        return after && noted ? outside(after, noted, []) : after;
      },
    ];
  }
}

function* ofPayout(now: State): Generator<Next> {
  const there = BigInt(books.values[now.balances]?.['wallet:p:available'] ?? 0);
  const one = state(now, 'payout') as { status: string };
  if (one.status === 'none' && there > 0n)
    yield [
      'payout is asked',
      () => write(now, ['ask', 'payout'], () => decide.payOut(there), 'payout'),
    ];
  if (['approved', 'unknown'].includes(one.status)) {
    // The bank knows the key: sent again it is the same transfer.
    const words = now.done['sent'] ? [] : ['processing', 'processed', 'failed', 'reversed'];
    const sent = outside(now, 'sent', words);
    yield [
      'payout is sent, answered',
      () => write(sent, ['processing', 'payout'], () => decide.hearBank(one, 'processing')),
    ];
    yield [
      'payout is sent, answer lost',
      () => write(sent, ['time out', 'payout'], () => decide.timeOut(one)),
    ];
    yield ['payout is sent, crash', () => sent];
  }
  for (const word of ['processing', 'processed', 'failed', 'reversed'])
    if ((now.mail[word] ?? 0) > 0 && mayBe(now, word))
      yield [
        `bank says ${word}`,
        () => {
          const after = heard(
            write(now, [word, 'payout'], () => decide.hearBank(one, word)),
            word,
          );
          return after && { ...after, done: { ...after.done, bank: ended(now, word) } };
        },
      ];
}

/** The bank ends a transfer one way, and takes back only what it had paid. */
function mayBe({ done }: State, word: string): boolean {
  if (word === 'reversed') return done['bank'] === 'processed' || done['bank'] === 'reversed';
  if (word === 'processed') return done['bank'] !== 'failed';
  return word === 'failed' ? !done['bank'] || done['bank'] === 'failed' : true;
}
const ended = ({ done }: State, word: string): string =>
  word === 'processing' || done['bank'] === 'reversed' ? (done['bank'] ?? '') : word;

function* ofChargeback(now: State): Generator<Next> {
  const one = state(now, 'chargeback') as { status: string; outcome?: string | null };
  const { status } = state(now, 'deposit0') as { status: string };
  if (status === 'captured' && !now.done['contested'])
    yield ['the bank of the payer asks', () => outside(now, 'contested', ['opened', 'ends'])];
  const hear = (said: 'opened' | 'won' | 'lost', word: string): Next => [
    `chargeback ${said}`,
    () =>
      heard(
        write(now, [said, 'chargeback'], () => decide.contested(one, said)),
        word,
      ),
  ];
  if ((now.mail['opened'] ?? 0) > 0) yield hear('opened', 'opened');
  const { outcome } = now.done;
  for (const end of ['won', 'lost'] as const)
    if ((now.mail['ends'] ?? 0) > 0 && (outcome ?? end) === end) {
      const chosen = { ...now, done: { ...now.done, outcome: end } };
      yield [
        `chargeback ${end}`,
        () =>
          heard(
            write(chosen, [end, 'chargeback'], () => decide.contested(one, end)),
            'ends',
          ),
      ];
    }
  if (one.status === 'none') return;
  const wallet = BigInt(books.values[now.balances]?.['wallet:c:available'] ?? 0);
  const where = escrowOf(now);
  const take = () => decide.take(one, where, wallet);
  yield ['funds are taken', () => write(now, ['take', 'escrow'], take, 'taken')];
  const settle = () => decide.settle(one, where);
  yield ['the chargeback settles', () => write(now, ['settle', 'escrow'], settle, 'settled')];
}

const keyOf = ({ at, balances, mail, done }: State): string =>
  `${Object.values(at).join()}|${String(balances)}|${listed(mail)}|${listed(done)}`;
const listed = (all: Readonly<Record<string, number | string>>): string =>
  Object.entries(all)
    .filter(([, one]) => one !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .join(';');

function begin(count: number): State {
  const at: Record<string, number> = {};
  const first = (name: string, fact?: Fact) => {
    const kind = kinds[kindOf(name)];
    if (!kind) return;
    at[name] = aggregates.place(fact ? kind.evolve(kind.initial, fact) : kind.initial);
  };
  first('escrow', signed(count));
  for (let one = 0; one < count; one += 1) first(`deposit${String(one)}`, initiated(one));
  first('payout');
  first('chargeback');
  return { at, balances: books.place({}), mail: {}, done: {} };
}

/** Breadth first, so that the way to a broken rule is a shortest one. */
export function explore(count: number, most: number) {
  const from = performance.now();
  const first = begin(count);
  const seen = new Map([[keyOf(first), 0]]);
  const ways: [parent: number, label: string][] = [[-1, 'both signed']];
  let layer: [State, number][] = [[first, 0]];
  let [transitions, diameter] = [0, 0];
  const summary = (violations: number, more: object) => ({
    ...{ states: seen.size, transitions, diameter, complete: layer.length === 0 },
    ...{ seconds: Math.round((performance.now() - from) / 10) / 100, violations, ...more },
  });
  for (; layer.length > 0 && seen.size < most; diameter += 1) {
    const further: [State, number][] = [];
    for (const [now, place] of layer)
      for (const next of nexts(now, count)) {
        try {
          const after = next[1]();
          if (!after) continue;
          transitions += 1;
          const key = keyOf(after);
          if (seen.has(key)) continue;
          seen.set(key, ways.length);
          further.push([after, ways.length]);
          ways.push([place, next[0]]);
        } catch (error) {
          const { rule, seen: what } = error as Violation;
          const trace = [...wayTo(ways, place), next[0]];
          return summary(1, { rule, what, trace });
        }
      }
    layer = further;
  }
  return summary(0, {});
}

function wayTo(ways: readonly [number, string][], place: number): string[] {
  const [parent, label] = ways[place] ?? [-1, ''];
  return parent < 0 ? [label] : [...wayTo(ways, parent), label];
}
