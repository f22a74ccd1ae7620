import { Projection, type On } from '@kernel/consumers';
import { minor } from '@money';
import type { Sql } from '@eventstore/record';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { JobCardOf, type JobCard, type JobEvent } from '../../jobs';
import type { ProposalEvent } from '../../proposals';
import { excerptOf, learn } from './words';

/** Answers: which open jobs can be found? */
@Injectable()
@Projection('found-jobs')
export class FoundJobs {
  constructor(private readonly queries: QueryBus) {}

  readonly on: On<JobEvent | ProposalEvent> = {
    JobPublished: async ({ jobId }, _, sql) => {
      const card = await this.queries.execute(new JobCardOf(jobId));
      if (card) await this.show(card, sql);
    },
    JobClosed: ({ jobId }, _, sql) => this.hide(jobId, sql),
    JobFilled: ({ jobId }, _, sql) => this.hide(jobId, sql),
    ProposalSubmitted: ({ jobId }, _, sql) => this.count(jobId, 1, sql),
    ProposalWithdrawn: ({ jobId }, _, sql) => this.count(jobId, -1, sql),
  };

  private async show(card: JobCard, sql: Sql): Promise<void> {
    const { id, clientId, title, description, category, skills, budget, publishedAt } = card;
    await sql.query(
      `insert into search_jobs (id, client_id, title, excerpt, category, skills, budget, currency,
          published_at, words)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, job_words($3, $6, $5, $10))`,
      [
        id,
        clientId,
        title,
        excerptOf(description),
        category,
        skills,
        minor(budget),
        budget.currency,
        publishedAt.toISOString(),
        description,
      ],
    );
    await learn(sql, skills, `${title} ${category}`);
  }

  private async hide(jobId: string, sql: Sql): Promise<void> {
    await sql.query('delete from search_jobs where id = $1', [jobId]);
  }

  private async count(jobId: string, by: 1 | -1, sql: Sql): Promise<void> {
    await sql.query('update search_jobs set proposals = proposals + $2 where id = $1', [jobId, by]);
  }
}
