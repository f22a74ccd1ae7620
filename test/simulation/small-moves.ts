import {
  books,
  escrowOf,
  heard,
  outside,
  state,
  write,
  type Next,
  type State,
} from './small-state';
import { decide, milestone } from './small-world';

/** Everything that can happen now. A refusal is nothing that happens. */
export function* nexts(now: State, count: number): Generator<Next> {
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
