import { append } from '@eventstore/postgres';
import type { Recorded } from '@eventstore/record';
import { derivedId } from '@kernel/derived-id';
import type { Sql } from '@eventstore/record';
import { DatabaseGone } from '@kernel/database';
import { Rejection } from '@kernel/reject';
import type { ICommand } from '@nestjs/cqrs';
import { NoAnswer } from '../../apps/api/src/money/payouts/adapters/razorpayx';
import { instants } from './instants';
import { MemoryDatabase, type Fault } from './memory-database';
import { MemoryTables } from './memory-tables';
import { OurSide } from './our-side';
import { Outside } from './outside';
import { people, type Person } from './people';
import { Chance } from './random';
import type { TracedContract } from './escrow-trace';
import type { Said } from './expected-legs';
import { Watch } from './watch';
import { insist, Violation } from './violation';

/** What somebody wants, and what became of it. The key stays the same however often it is said. */
export interface Wish {
  readonly name: string;
  readonly who: Person;
  readonly say: (key: string) => ICommand;
  /** The same key with another body, which must never be taken. */
  readonly other?: ((key: string) => ICommand) | undefined;
  /** Its answer is worked out anew each time, so that a later one may be a refusal. */
  readonly fresh?: boolean;
  /** Its command has no key: saying it twice may be refused. */
  readonly unkeyed?: boolean;
  /** It must never be done. */
  readonly never?: boolean;
  answer?: string;
}

/** Features that a seed switches on or off: runs that do less reach further. */
export interface Swarm {
  readonly disputes: boolean;
  readonly holds: boolean;
  readonly chargebacks: boolean;
  readonly refunds: boolean;
  readonly payouts: boolean;
  readonly journals: boolean;
  readonly goodwill: boolean;
  readonly crashes: boolean;
  readonly losses: boolean;
  readonly copies: boolean;
  readonly jumps: boolean;
  readonly crowds: boolean;
  readonly dollars: boolean;
  readonly deadlines: boolean;
}

/** Everything there is: the tables, two of our processes, what is outside, and whoever watches. */
export class World {
  readonly tables = new MemoryTables();
  readonly watch = new Watch();
  readonly outside: Outside;
  readonly wishes: Wish[] = [];
  readonly unanswered: Wish[] = [];
  readonly answered: Wish[] = [];
  readonly facts: Recorded[] = [];
  readonly jobs = new Map<string, number>();
  readonly databases: MemoryDatabase[] = [];
  readonly sides: OurSide[] = [];
  chance = new Chance(1);
  now = Date.UTC(2026, 0, 5, 9);
  /** The first rule that was broken, wherever the error went. */
  violation: Error | undefined;
  private ids = 0;
  /** Position in the facts up to which each consumer has looked. */
  readonly looked = new Map<string, number>();
  readonly people = people;
  private readonly byType = new Map<string, Recorded<string, Said>[]>();
  private running: TracedContract[] = [];

  constructor(readonly swarm: Swarm) {
    instants.now = () => this.now;
    this.outside = new Outside(
      () => this.chance,
      () => this.now,
    );
    this.outside.lossy = swarm.losses ? 4 : 0;
    instants.fetch = this.outside.fetch;
    this.tables.record.onCommit = (commit) => {
      try {
        this.watch.see(commit);
      } catch (error) {
        this.violation ??= error as Error;
        throw error;
      }
      for (const { stream, version, id, type, raw, pos } of commit.events)
        this.note({
          ...(JSON.parse(raw) as Recorded<string, Said>),
          ...{ stream, version, id, type, position: { xid: BigInt(pos), pos: BigInt(pos) } },
        });
    };
    for (const at of [0, 1]) this.begin(at);
  }

  private note(fact: Recorded<string, Said>): void {
    this.facts.push(fact);
    const alike = this.byType.get(fact.type);
    if (alike) alike.push(fact);
    else this.byType.set(fact.type, [fact]);
  }

  /** A process begins, with nothing in memory. */
  begin(at: number): void {
    const database = new MemoryDatabase(this.tables);
    this.databases[at] = database;
    const side = new OurSide(database, this.outside, people);
    // A deadline that cannot fire is tried again for ever; only what another moment lifts may be that.
    Object.assign(side.timers, {
      report: (error: unknown) => {
        if (!isLost(error)) this.violation ??= unexpected('a deadline', error);
      },
    });
    this.sides[at] = side;
  }

  async restart(at: number): Promise<void> {
    this.begin(at);
    for (const follower of this.sides[at]?.followers ?? []) await follower.load();
  }

  /** The one that carries facts and deadlines. */
  get worker(): OurSide {
    return this.sides[1] as OurSide;
  }

  /** The newest facts of one type. */
  recent(type: string, count = 12): Recorded<string, Said>[] {
    return (this.byType.get(type) ?? []).slice(-count);
  }

  count(type: string): number {
    return this.byType.get(type)?.length ?? 0;
  }

  /** Contracts that are not over; those that are drop out. */
  open(): TracedContract[] {
    if (this.running.some(({ status }) => status === 'closed'))
      this.running = this.running.filter(({ status }) => status !== 'closed');
    return this.running.slice(-40);
  }

  side(): OurSide {
    return this.sides[this.chance.below(2)] as OurSide;
  }

  breakNext(fault: Fault): void {
    for (const database of this.databases) database.breaks(fault);
  }

  heal(): void {
    for (const database of this.databases) database.breaks(null);
  }

  newId(kind: string): string {
    this.ids += 1;
    return derivedId(kind, String(this.ids));
  }

  wish(wish: Omit<Wish, 'name'> & { name: string }): Promise<void> {
    this.ids += 1;
    return this.attempt({ ...wish, name: `intent${String(this.ids)} ${wish.name}` });
  }

  /** Says it once; without an answer it is said again later, under the same key. */
  async attempt(wish: Wish): Promise<void> {
    try {
      const answer = await this.run(wish, wish.say);
      const told = JSON.stringify(answer ?? null);
      const same = wish.answer === undefined || wish.answer === told;
      insist(same, 'the stored answer', () => `${wish.name}: ${told} not ${wish.answer ?? ''}`);
      insist(!wish.never, 'must be refused', () => wish.name);
      if (wish.unkeyed) return;
      wish.answer = told;
      this.answered.push(wish);
      if (this.answered.length > 60) this.answered.shift();
    } catch (error) {
      if (isLost(error)) this.unanswered.push(wish);
      else if (!(error instanceof Rejection)) throw unexpected(wish.name, error);
      else if (wish.answer !== undefined && !wish.fresh)
        throw new Violation('the stored answer', `${wish.name} is refused: ${error.code}`);
    }
  }

  /** The same key stands for something else: refused, whatever the moment. */
  async misuse(wish: Wish): Promise<void> {
    if (!wish.other) return;
    try {
      const answer = await this.run(wish, wish.other);
      throw new Violation('a key with another body', `${wish.name}: ${JSON.stringify(answer)}`);
    } catch (error) {
      if (error instanceof Violation) throw error;
      if (!isLost(error) && !(error instanceof Rejection)) throw unexpected(wish.name, error);
    }
  }

  private run(wish: Wish, say: Wish['say']): Promise<unknown> {
    const [correlation = ''] = wish.name.split(' ');
    const { who } = wish;
    return this.side().act(who, say(correlation), correlation);
  }

  /** Something of ours, by nobody: a webhook, a job, a deadline, a fact on its way. True when it went well. */
  async carry(what: string, work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      if (isLost(error)) return false;
      throw error instanceof Violation ? error : unexpected(what, error);
    }
  }

  async sign(contract: TracedContract): Promise<void> {
    this.watch.escrows.sign(contract);
    this.running.push(contract);
    const { id, clientId, providerId, rates, currency } = contract;
    const milestones = [...contract.milestones.values()].map(({ id: milestoneId, amount }) => ({
      ...{ id: milestoneId, amount: { amountMinor: String(amount), currency } },
      days: 10,
    }));
    const terms = { clientId, providerId, fees: { id: 'sim', ...rates }, termsVersion: 'v1' };
    const fact = { type: 'ContractSigned', data: { contractId: id, ...terms, milestones } };
    const actor = { type: 'system' as const, id: 'system' };
    const metadata = {
      actor,
      at: new Date(this.now).toISOString(),
      correlation: id,
      causation: id,
    };
    const sql: Sql = new MemoryDatabase(this.tables);
    await append(sql, {
      streams: [{ stream: `contract-${id}`, expected: 0, facts: [fact] }],
      metadata,
    });
  }
}

/** No answer, or one that says "not now": whether it happened is open. */
export const isLost = (error: unknown): boolean =>
  error instanceof DatabaseGone ||
  error instanceof NoAnswer ||
  (error instanceof Rejection && ['server.gateway_gone', 'request.stale'].includes(error.code));

const unexpected = (what: string, error: unknown): Violation =>
  error instanceof Violation
    ? error
    : new Violation(
        'no errors but refusals',
        `${what}: ${(error as Error).stack ?? String(error)}`,
      );
