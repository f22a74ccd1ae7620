import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { SubjectKeys } from '@kernel/subject-keys';
import type * as wire from '@wire/screening';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import type * as z from 'zod';
import { movementsOf } from '../adapters/rule-rows';
import { narrativeOf } from '../domain/narrative';
import { CaseById } from '../queries/cases';

/** Compliance begins a report about a case: the facts are taken as they are now, the words are a draft. */
export class DraftReport extends Command<{ id: string }> {
  constructor(readonly caseId: string) {
    super();
  }
}

@CommandHandler(DraftReport)
export class DraftReportHandler implements ICommandHandler<DraftReport> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: QueryBus,
    private readonly database: Database,
    private readonly keys: SubjectKeys,
  ) {}

  async execute({ caseId }: DraftReport): Promise<{ id: string }> {
    const subject = await this.queries.execute(new CaseById(caseId));
    const at = this.clock.now().toISOString();
    const moved = await movementsOf(this.database, subject.account.id, at);
    const found: z.infer<typeof wire.reportFacts> = {
      alerts: subject.alerts.map(({ listedName, rule, raisedAt, score }) => ({
        ...{ what: listedName ?? rule ?? '', at: raisedAt, score },
      })),
      movements: moved.map(({ amount, currency, at: when, newBank }) => ({
        amount: { amountMinor: amount.toString(), currency: currency as 'INR' },
        ...{ at: when.toISOString(), newBank },
      })),
    };
    const narrative = narrativeOf({ openedAt: subject.openedAt, ...found });
    return this.keep(subject.account.id, caseId, { narrative, found: JSON.stringify(found), at });
  }

  private async keep(
    accountId: string,
    caseId: string,
    { narrative, found, at }: { narrative: string; found: string; at: string },
  ): Promise<{ id: string }> {
    const { id: by } = this.context.actor;
    const reportId = randomUUIDv7();
    const sealed = [
      await this.keys.seal(accountId, narrative),
      await this.keys.seal(accountId, found),
    ];
    return this.facts.commit(async (_, sql) => {
      const rows = await sql.query(
        `insert into suspicion_reports (id, case_id, state, narrative, facts, drafted_by, drafted_at)
          values ($1, $2, 'draft', $3, $4, $5, $6) on conflict (case_id) do nothing returning 1`,
        [reportId, caseId, ...sealed, by, at],
      );
      if (rows.length === 0) reject('screening.report_exists');
      const told = about('report', reportId, 'SuspicionDrafted', { reportId, caseId, by });
      return { told: [told], answer: { id: reportId } };
    });
  }
}
