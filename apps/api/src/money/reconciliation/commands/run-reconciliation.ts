import type { Gateway, ReconciliationRun } from '@wire/reconciliation';
import type { Sql, StreamFacts } from '@eventstore/record';
import { Clock } from '@kernel/clock';
import { Database } from '@kernel/database';
import { reject, Rejection } from '@kernel/reject';
import { Streams } from '@kernel/streams';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { keepLines, questionOf } from '../adapters/recon-rows';
import { Statements, type Statement } from '../adapters/statements';
import { dayOf } from '@kernel/business-days';
import { compare, type Comparison } from '../domain/matching';
import { arrive, reconciliation, take } from '../domain/reconciliation';
import type { ReconciliationEvent } from '../domain/reconciliation.events';
import { totalsOf } from '../domain/totals';

/** Compares one day of a partner's statement with the ledger. As often as anybody likes. */
export class RunReconciliation extends Command<ReconciliationRun> {
  constructor(
    readonly gateway: Gateway,
    readonly day: string,
  ) {
    super();
  }
}

/** A statement that was read: it is compared, and takes the place of the one before. */
export class TakeStatement extends Command<ReconciliationRun> {
  constructor(
    readonly gateway: Gateway,
    readonly day: string,
    readonly statement: Statement,
  ) {
    super();
  }
}

/** The same at its hour: a statement that cannot be read is written down for people to see. */
export class RunScheduled extends Command<void> {
  constructor(
    readonly gateway: Gateway,
    readonly day: string,
  ) {
    super();
  }
}

@CommandHandler(RunReconciliation)
export class RunReconciliationHandler implements ICommandHandler<RunReconciliation> {
  constructor(
    private readonly commands: CommandBus,
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** The statement is fetched before anything is locked: a slow partner holds nobody up. */
  async execute({ gateway, day }: RunReconciliation): Promise<ReconciliationRun> {
    if (day >= dayOf(this.clock.now())) reject('reconciliation.day_not_over');
    const statement = await this.statements.of(gateway, day);
    return this.commands.execute(new TakeStatement(gateway, day, statement));
  }
}

@CommandHandler(TakeStatement)
export class TakeStatementHandler implements ICommandHandler<TakeStatement> {
  constructor(
    private readonly streams: Streams,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  execute({ gateway, day, statement }: TakeStatement): Promise<ReconciliationRun> {
    return this.database.transaction(async (sql) => {
      // One comparison of a gateway at a time: two would give one booking to two lines.
      await sql.query('select pg_advisory_xact_lock(hashtext($1))', [`recon-${gateway}`]);
      return this.take(gateway, day, statement);
    });
  }

  private async take(
    gateway: Gateway,
    day: string,
    { hash, lines }: Statement,
  ): Promise<ReconciliationRun> {
    const question = await questionOf(this.database, gateway, day, lines);
    const found = compare(question);
    const own = found.differences.filter(({ date }) => date === day);
    const today = question.bookings.filter((booking) => booking.day === day);
    const matched = found.matched.filter(({ line }) => line.date === day).length;
    const totals = totalsOf(lines, today);
    const run = { gateway, date: day, statementHash: hash, lines: lines.length, matched, totals };
    const elsewhere = await this.elsewhere(gateway, day, found);
    return this.streams.decide(
      reconciliation,
      `${gateway}-${day}`,
      (state) => ({
        facts: take(state, run, own),
        elsewhere,
        answer: {
          ...run,
          at: this.clock.now().toISOString(),
          refusal: null,
          breaks: own.length,
        },
      }),
      { also: (sql: Sql) => keepLines(sql, gateway, day, lines, found.matched) },
    );
  }

  /** Differences that other days opened and this statement ends, or that belong to their streams. */
  private async elsewhere(
    gateway: Gateway,
    day: string,
    found: Comparison,
  ): Promise<StreamFacts[]> {
    const facts = new Map<string, ReconciliationEvent[]>();
    const tell = (date: string, more: readonly ReconciliationEvent[]) =>
      facts.set(date, [...(facts.get(date) ?? []), ...more]);
    for (const { date, breakId } of found.arrived) {
      const state = await this.streams.read(reconciliation, `${gateway}-${date}`);
      if (date !== day) tell(date, arrive(state, breakId));
    }
    for (const one of found.differences.filter(({ date }) => date !== day)) {
      const state = await this.streams.read(reconciliation, `${gateway}-${one.date}`);
      if (!state.breaks[one.breakId]) tell(one.date, [{ type: 'BreakOpened', data: one }]);
    }
    return [...facts]
      .filter(([, told]) => told.length > 0)
      .map(([date, told]) => ({
        stream: `recon-${gateway}-${date}`,
        expected: 'any' as const,
        facts: told,
      }));
  }
}

@CommandHandler(RunScheduled)
export class RunScheduledHandler implements ICommandHandler<RunScheduled> {
  constructor(
    private readonly runs: RunReconciliationHandler,
    private readonly streams: Streams,
  ) {}

  async execute({ gateway, day }: RunScheduled): Promise<void> {
    try {
      await this.runs.execute(new RunReconciliation(gateway, day));
    } catch (error) {
      if (!(error instanceof Rejection) || !error.code.startsWith('reconciliation.')) throw error;
      const refused = { gateway, date: day, code: error.code };
      await this.streams.decide(reconciliation, `${gateway}-${day}`, () => ({
        facts: [{ type: 'StatementRefused' as const, data: refused }],
      }));
    }
  }
}
