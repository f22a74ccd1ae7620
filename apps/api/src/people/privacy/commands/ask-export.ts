import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { Jobs } from '@kernel/jobs';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { exportsOf } from '../adapters/export-rows';
import { mayAskExport } from '../domain/own-requests';

/** The actor wants a copy of everything about them. Rejects privacy.export_under_way, .export_too_soon. */
export class AskExport extends Command<{ id: string }> {}

@CommandHandler(AskExport)
export class AskExportHandler implements ICommandHandler<AskExport> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  async execute(): Promise<{ id: string }> {
    const { id: accountId } = this.context.actor;
    const id = randomUUIDv7();
    const now = this.clock.now();
    return this.facts.commit(async (_, sql) => {
      // Two clicks at once are one wish.
      await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `own export ${accountId}`,
      ]);
      const [latest] = await exportsOf(sql, accountId);
      mayAskExport(latest, now);
      await sql.query(
        `insert into data_exports (id, account_id, state, asked_at) values ($1, $2, 'making', $3)`,
        [id, accountId, now.toISOString()],
      );
      await this.jobs.add(sql, 'takeouts', 'make', { exportId: id }, { id: `takeout-${id}` });
      const told = [about('privacy', accountId, 'DataExportAsked', { accountId, exportId: id })];
      return { told, answer: { id } };
    });
  }
}
