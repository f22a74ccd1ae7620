import { columnOf } from './columns';
import { MemoryRecord } from './memory-record';
import { MemoryTimers } from './memory-timers';
import { restore, type Undo } from './undo';

export interface JobRequest {
  readonly queue: string;
  readonly id: string;
  readonly name: string;
  readonly payload: Record<string, unknown>;
}
type Answer = (values: readonly unknown[], undo: Undo) => object[];

/** Rows of these tables say nothing that a decision asks for. */
const words = 'deliveries|dispute_words|dispute_evidence|approval_words|escrow_hold_words';
const unasked = new RegExp(`^(insert into|update) (${words}|chargeback_evidence|case_files)\\b`);

/** The tables that commands, consumers and deadlines ask, behind the statements they really send. */
export class MemoryTables {
  readonly record = new MemoryRecord();
  readonly timers = new MemoryTimers();
  readonly consumers = new Map<string, { xid: string; pos: string }>();
  readonly jobs = new Map<string, JobRequest>();
  readonly bankAccounts = new Map<string, object>();
  private readonly holds = new Map<string, object>();
  private readonly goodwill: { contractId: string; approvalId: string; amount: bigint }[] = [];
  private readonly known = new Map<string, Answer>();

  ask(text: string, values: readonly unknown[], undo: Undo): object[] {
    let answer = this.known.get(text);
    if (!answer) {
      answer = this.answerTo(text.replaceAll(/\s+/g, ' ').trim());
      this.known.set(text, answer);
    }
    return answer(values, undo);
  }

  /** What was written is taken back. */
  rollBack(undo: Undo): void {
    for (const step of undo.reverse()) step();
    this.timers.forget();
  }

  private answerTo(text: string): Answer {
    const found = this.statements.find(([start]) => text.includes(start));
    if (found) return found[1];
    if (unasked.test(text)) return () => [];
    throw new Error(`the store in memory does not know: ${text}`);
  }

  private readonly statements: [string, Answer][] = [
    ['from record.append(', (values) => [this.record.append(values.map(columnOf))]],
    ['from record.events e where e.stream =', ([stream, after]) => this.stream(stream, after)],
    // A contract without an escrow would be waited for by the clock of the machine.
    ["type = 'ContractSigned'", () => []],
    ['from record.idempotency where', ([scope, key]) => this.keyOf(scope, key)],
    ['select balance from ledger.accounts', ([id]) => this.balances([String(id)])],
    ['select id, balance from ledger.accounts', ([ids]) => this.balances(ids as string[])],
    ['insert into record.timers', (values, undo) => this.timers.set(values, undo)],
    ['delete from record.timers', (values, undo) => this.timers.cancel(values, undo)],
    ['from record.timers where fired_at is null', ([now]) => this.timers.ripe(String(now))],
    ['update record.timers set fired_at', (values, undo) => this.timers.fired(values, undo)],
    ['update record.timers set due_at', (values, undo) => this.timers.hastened(values, undo)],
    ['update record.timers set retry_at', (values) => this.timers.postponed(values)],
    ['insert into record.consumers', ([name]) => this.consumer(String(name))],
    ['set xid = $4::text::xid8', (values, undo) => this.moved(values, undo)],
    ['update record.consumers set error', () => []],
    ['insert into job_requests', (values, undo) => this.addJob(values, undo)],
    ['from bank_accounts where id', ([id]) => found(this.bankAccounts.get(String(id)))],
    ['insert into escrow_holds', (values) => this.held(values)],
    ['update escrow_holds', () => []],
    ['from escrow_holds where id', ([id]) => found(this.holds.get(String(id)))],
    ['from gateway_limits', () => [{ max_days: 120, warn_days: 7 }]],
    ['from wallet_restrictions', () => []],
    ['from closed_periods', () => []],
    ['from deposits where', () => []],
    ['pg_advisory_xact_lock', () => []],
    ['from goodwill', (values) => this.given(values)],
    ['insert into goodwill', (values, undo) => this.give(values, undo)],
  ];

  private stream(stream: unknown, after: unknown): object[] {
    const events = this.record.byStream.get(String(stream)) ?? [];
    const at = new Date(0);
    return events
      .slice(Number(after))
      .map((event) => ({ ...event, xid: String(event.pos), recorded_at: at }));
  }

  private keyOf(scope: unknown, key: unknown): object[] {
    const kept = this.record.keys.get(`${String(scope)}\0${String(key)}`);
    return kept
      ? [{ request_hash: kept.request, response: JSON.parse(kept.response) as unknown }]
      : [];
  }

  private balances(ids: readonly string[]): object[] {
    return ids.flatMap((id) => {
      const account = this.record.accounts.get(id);
      return account ? [{ id, balance: account.balance.toString() }] : [];
    });
  }

  private consumer(name: string): object[] {
    const row = this.consumers.get(name) ?? { xid: '0', pos: '0' };
    this.consumers.set(name, row);
    return [row];
  }

  private moved([name, xid, pos, toXid, toPos]: readonly unknown[], undo: Undo): object[] {
    const before = this.consumers.get(String(name));
    if (!before || before.xid !== xid || before.pos !== pos) return [];
    this.consumers.set(String(name), { xid: String(toXid), pos: String(toPos) });
    undo.push(() => this.consumers.set(String(name), before));
    return [{}];
  }

  private addJob([queue, id, name, payload]: readonly unknown[], undo: Undo): object[] {
    const job = { queue: String(queue), id: String(id), name: String(name) };
    const before = this.jobs.get(job.id);
    const whole = JSON.parse(String(payload)) as Record<string, unknown>;
    this.jobs.set(job.id, { ...job, payload: whole });
    undo.push(() => restore(this.jobs, job.id, before));
    return [];
  }

  private held([id, contractId, , reason]: readonly unknown[]): object[] {
    this.holds.set(String(id), { contract_id: contractId, reason });
    return [];
  }

  private given([contractId, approvalId]: readonly unknown[]): object[] {
    const own = this.goodwill.filter((one) => one.contractId === contractId);
    const given = own.reduce((all, { amount }) => all + amount, 0n).toString();
    return [{ given, again: own.some((one) => one.approvalId === approvalId) }];
  }

  private give([approvalId, , contractId, amount]: readonly unknown[], undo: Undo): object[] {
    const row = { contractId: String(contractId), approvalId: String(approvalId) };
    const length = this.goodwill.push({ ...row, amount: BigInt(String(amount)) });
    undo.push(() => this.goodwill.splice(length - 1, 1));
    return [];
  }
}

const found = (row: object | undefined): object[] => (row ? [row] : []);
