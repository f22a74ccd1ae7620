import { Clock } from '@kernel/clock';
import { about, Facts } from '@kernel/facts';
import type { Sql } from '@eventstore/record';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { noteInvited } from '../adapters/invitation-rows';
import { lockedJob } from '../adapters/locked-job';
import { isUnlisted } from '../domain/job';
import { rank, type Candidate, type Match } from '../domain/match';

const invitations = 3;
const remembered = 50;
const considered = 2_000;

/**
 * Matches providers to a published job and invites the best three. Once per job; an unlisted one is
 * shown to nobody whom its client did not choose.
 */
export class InviteMatches extends Command<void> {
  constructor(readonly jobId: string) {
    super();
  }
}

@CommandHandler(InviteMatches)
export class InviteMatchesHandler implements ICommandHandler<InviteMatches> {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  execute({ jobId }: InviteMatches): Promise<void> {
    return this.facts.commit(async (em, sql) => {
      const { status, clientId, content } = await lockedJob(em, jobId);
      const done = await sql.query('select from job_matches where job_id = $1 limit 1', [jobId]);
      if (status !== 'published' || isUnlisted(content) || done.length > 0) return { told: [] };
      const best = rank(content, await candidates(sql, content.skills, clientId));
      await remember(sql, jobId, best.slice(0, remembered));
      const asked = best.slice(0, invitations).map(({ id }) => id);
      await noteInvited(sql, jobId, asked, this.clock.now());
      const told = asked.map((providerId) =>
        about('job', jobId, 'ProviderInvited', { jobId, clientId, providerId }),
      );
      return { told };
    });
  }
}

/** Providers with any of the skills, those with most of them first; the client is none of them. */
function candidates(sql: Sql, skills: readonly string[], clientId: string): Promise<Candidate[]> {
  return sql.query<Candidate>(
    `select account_id as id, skills, languages from job_talent
      where skills && $1::text[] and account_id <> $2
      order by cardinality(array(select unnest(skills) intersect select unnest($1::text[]))) desc
      limit ${considered}`,
    [skills, clientId],
  );
}

async function remember(sql: Sql, jobId: string, best: readonly Match[]): Promise<void> {
  await sql.query(
    `insert into job_matches (job_id, provider_id, place, why, invited)
      select $1, m.id, m.place, m.why, m.place <= ${invitations}
        from jsonb_to_recordset($2::jsonb) as m(id uuid, place int, why text[])`,
    [jobId, JSON.stringify(best.map(({ id, why }, index) => ({ id, why, place: index + 1 })))],
  );
}
