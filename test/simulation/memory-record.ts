import { createHash, type Hash } from 'node:crypto';

export interface KeptEvent {
  readonly stream: string;
  readonly version: number;
  readonly id: string;
  readonly type: string;
  readonly raw: string;
  readonly pos: number;
}
export interface KeptLeg {
  readonly journal: string;
  readonly account: string;
  readonly kind: string;
  readonly currency: string;
  readonly amount: bigint;
}
export interface Account {
  readonly hot: boolean;
  readonly guarded: boolean;
  readonly currency: string;
  balance: bigint;
  version: number;
}
export interface Commit {
  readonly events: readonly KeptEvent[];
  readonly legs: readonly KeptLeg[];
}
export interface Answered {
  readonly replayed: boolean;
  readonly response: unknown;
  readonly xid: string;
  readonly pos: string;
}

/** What PostgreSQL says when it refuses. */
export function refusal(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

/**
 * `record.append` in memory: the same parameters, the same checks in the same order, the same codes;
 * all is written or nothing. The differential run compares it with the function in PostgreSQL.
 */
export class MemoryRecord {
  readonly events: KeptEvent[] = [];
  readonly byStream = new Map<string, KeptEvent[]>();
  readonly accounts = new Map<string, Account>();
  readonly keys = new Map<string, { request: Buffer; response: string }>();
  onCommit: (commit: Commit) => void = () => undefined;
  entries = 0;
  private readonly bytes: Hash = createHash('sha256');

  /** One hash over everything that was ever written, in order. */
  head(): string {
    return this.bytes.copy().digest('hex');
  }

  append(values: readonly unknown[]): Answered {
    const [streams, , expected, ids, types, raws] = values as [
      ...[string[], number[], bigint[], string[], string[], string[]],
    ];
    const known = this.known(values);
    if (known) return known;
    const isOpening = values[21] === true;
    const versions = this.versionsAfter(streams, expected, isOpening);
    const legs = legsOf(values);
    checkJournals(legs);
    const balances = this.balancesAfter(values, legs);
    this.keep(values);
    const events = streams.map((stream, at): KeptEvent => ({
      stream,
      version: versions[at] ?? 0,
      id: ids[at] ?? '',
      type: types[at] ?? '',
      raw: raws[at] ?? '',
      pos: this.events.length + at + 1,
    }));
    for (const event of events) this.write(event);
    for (const [account, change] of balances) this.accounts.set(account, change);
    for (const { account, amount } of legs) this.bytes.update(`${account} ${amount.toString()}\n`);
    this.entries += legs.length;
    this.onCommit({ events, legs });
    const pos = String(this.events.length);
    return { replayed: false, response: null, xid: pos, pos };
  }

  private write(event: KeptEvent): void {
    this.events.push(event);
    const own = this.byStream.get(event.stream);
    if (own) own.push(event);
    else this.byStream.set(event.stream, [event]);
    this.bytes.update(event.stream).update(event.raw);
  }

  private known(values: readonly unknown[]): Answered | undefined {
    const [scopes, keys, requests] = values.slice(16, 19) as [string[], string[], Buffer[]];
    const seen = new Set<string>();
    for (const [at, key] of keys.entries()) {
      const name = `${scopes[at] ?? ''}\0${key}`;
      const before = this.keys.get(name);
      if (!before && !seen.has(name)) {
        seen.add(name);
        continue;
      }
      if (values[20] !== true) throw refusal('GH005', 'a key among several is known');
      if (!before?.request.equals(requests[0] ?? Buffer.alloc(0)))
        throw refusal('GH003', 'idempotency key re-used');
      const pos = String(this.events.length);
      return { replayed: true, response: JSON.parse(before.response), xid: pos, pos };
    }
    return undefined;
  }

  private keep(values: readonly unknown[]): void {
    const [scopes, keys, requests, responses] = values.slice(16, 20) as [
      ...[string[], string[], Buffer[], string[]],
    ];
    for (const [at, key] of keys.entries())
      this.keys.set(`${scopes[at] ?? ''}\0${key}`, {
        request: requests[at] ?? Buffer.alloc(0),
        response: responses[at] ?? 'null',
      });
  }

  private versionsAfter(
    streams: readonly string[],
    expected: readonly bigint[],
    isOpening: boolean,
  ): number[] {
    const now = new Map<string, number>();
    return streams.map((stream, at) => {
      const before = now.get(stream) ?? this.byStream.get(stream)?.length ?? 0;
      const wanted = Number(expected[at] ?? -1n);
      const isThere = before > 0 || isOpening;
      if (!isThere || (wanted >= 0 && wanted !== before))
        throw refusal(isOpening ? 'GH004' : 'GH006', 'a stream moved on or is not there');
      now.set(stream, before + 1);
      return before + 1;
    });
  }

  private balancesAfter(values: readonly unknown[], legs: readonly KeptLeg[]) {
    const [hots, kinds] = values.slice(9, 11) as [boolean[], string[]];
    const changed = new Map<string, Account>();
    for (const [at, { account, amount, currency }] of legs.entries()) {
      const hot = hots[at] === true;
      if (values[21] !== true && !this.accounts.has(account))
        throw refusal('GH006', 'an account is not there');
      const before = changed.get(account) ??
        this.accounts.get(account) ?? {
          ...{ hot, guarded: !hot && kinds[at] !== 'receivable', currency },
          ...{ balance: 0n, version: 0 },
        };
      const balance = before.balance + amount;
      if (before.guarded && balance < 0n) throw refusal('23514', `${account} would be overdrawn`);
      changed.set(account, { ...before, balance, version: before.version + 1 });
    }
    return changed;
  }
}

function legsOf(values: readonly unknown[]): KeptLeg[] {
  const [journals, accounts] = values.slice(6, 8) as [string[], string[]];
  const [currencies, amounts, kinds] = values.slice(12, 15) as [string[], bigint[], string[]];
  return accounts.map((account, at) => ({
    account,
    journal: journals[at] ?? '',
    kind: kinds[at] ?? '',
    currency: currencies[at] ?? '',
    amount: amounts[at] ?? 0n,
  }));
}

function checkJournals(legs: readonly KeptLeg[]): void {
  const sums = new Map<string, [bigint, number]>();
  for (const { journal, currency, amount } of legs) {
    const [sum, count] = sums.get(journal + currency) ?? [0n, 0];
    sums.set(journal + currency, [sum + amount, count + 1]);
  }
  for (const [sum, count] of sums.values())
    if (sum !== 0n || count < 2) throw refusal('GH001', 'journal does not sum to zero');
}
