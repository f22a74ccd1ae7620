import type { FetchOutcome, ListSource } from '@wire/screening';
import { Clock } from '@kernel/clock';
import { Database } from '@kernel/database';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Logger } from '@nestjs/common';
import { rm } from 'node:fs/promises';
import { marksOf, noteFailed, noteFetched } from '../adapters/fetch-rows';
import { ListPublishers, NotFetched } from '../adapters/list-publishers';
import { ImportList } from './import-list';

/** Asks the publisher of a list for it. What came is taken in whole; what did not come alarms once. */
export class FetchList extends Command<{ outcome: FetchOutcome }> {
  constructor(readonly source: ListSource) {
    super();
  }
}

@CommandHandler(FetchList)
export class FetchListHandler implements ICommandHandler<FetchList> {
  private readonly logger = new Logger(FetchList.name);

  constructor(
    private readonly publishers: ListPublishers,
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly clock: Clock,
    private readonly commands: CommandBus,
  ) {}

  async execute({ source }: FetchList): Promise<{ outcome: FetchOutcome }> {
    const address = this.publishers.addressOf(source);
    if (address === undefined) return reject('screening.list_without_address');
    try {
      return { outcome: await this.take(source, address) };
    } catch (error) {
      const why = error instanceof NotFetched ? error.why : 'not_a_list';
      this.logger.warn(`the list ${source} was not taken: ${(error as Error).message}`);
      await this.fail(source, why);
      return { outcome: 'failed' };
    }
  }

  private async take(source: ListSource, address: string): Promise<'imported' | 'unchanged'> {
    const known = await marksOf(this.database, source);
    const fetched = await this.publishers.fetch(source, address, known);
    const at = this.clock.now().toISOString();
    if (fetched.kind === 'unchanged') {
      await noteFetched(this.database, source, { ...known, outcome: 'unchanged', at });
      return 'unchanged';
    }
    try {
      // The same entries under another mark are the same list.
      const imported = await this.commands.execute(new ImportList(source, fetched.file));
      const outcome = imported ? 'imported' : 'unchanged';
      const { etag, lastModified } = fetched;
      await noteFetched(this.database, source, { etag, lastModified, outcome, at });
      return outcome;
    } finally {
      await rm(fetched.folder, { recursive: true, force: true });
    }
  }

  private fail(source: ListSource, why: string): Promise<void> {
    const at = this.clock.now().toISOString();
    return this.facts.commit(async (_, sql) => {
      const isFirst = await noteFailed(sql, source, { why, at });
      const fact = about('list', source, 'SanctionListUnfetched', { source, why });
      return { told: isFirst ? [fact] : [] };
    });
  }
}
