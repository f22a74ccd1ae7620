import { minor } from '@money';
import { about, Facts } from '@kernel/facts';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { JobCardOf } from '../../jobs';

/** Tells everybody whose kept search fits a new job, once per search and job. */
export class TellSearchers extends Command<void> {
  constructor(readonly jobId: string) {
    super();
  }
}

// Filters as the search page has them: lists are comma-separated, amounts in minor units.
const hits = `
insert into saved_search_hits (search_id, job_id)
  select s.id, $1 from saved_searches s
  where s.account_id <> $2
    and (coalesce(s.query ->> 'q', '') = ''
      or job_words($3, $4::text[], $5, $6) @@ websearch_to_tsquery('english', s.query ->> 'q'))
    and (coalesce(s.query ->> 'category', '') = '' or $5 = any(string_to_array(s.query ->> 'category', ',')))
    and (coalesce(s.query ->> 'skills', '') = '' or $4::text[] && string_to_array(s.query ->> 'skills', ','))
    and $7 >= coalesce((s.query ->> 'budgetMin')::bigint, 0)
    and $7 <= coalesce((s.query ->> 'budgetMax')::bigint, $7)
  on conflict do nothing
  returning search_id as "searchId",
    (select account_id from saved_searches where id = search_id) as "accountId"`;

@CommandHandler(TellSearchers)
export class TellSearchersHandler implements ICommandHandler<TellSearchers> {
  constructor(
    private readonly facts: Facts,
    private readonly queries: QueryBus,
  ) {}

  async execute({ jobId }: TellSearchers): Promise<void> {
    const job = await this.queries.execute(new JobCardOf(jobId));
    if (!job) return;
    const { clientId, title, skills, category, description, budget } = job;
    await this.facts.commit(async (_, sql) => {
      const rows = await sql.query<{ searchId: string; accountId: string }>(hits, [
        ...[jobId, clientId, title, skills, category, description],
        minor(budget).toString(),
      ]);
      const told = rows.map(({ searchId, accountId }) =>
        about('search', searchId, 'SavedSearchHit', { searchId, accountId, jobId }),
      );
      return { told };
    });
  }
}
