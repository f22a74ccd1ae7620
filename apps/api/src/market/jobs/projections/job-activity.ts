import { Projection, type On } from '@kernel/consumers';
import { Wakeups } from '@kernel/wakeups';
import type { Sql } from '@eventstore/record';
import { Injectable } from '@nestjs/common';
import type { ProposalEvent } from '../../proposals';
import type { JobEvent } from '../domain/jobs.events';

type Sides = Extract<ProposalEvent, { type: 'ProposalViewed' }>['data'];

/** Answers: who proposed to this job, and does its client answer? Tells who watches it. */
@Injectable()
@Projection('job-activity')
export class JobActivity {
  constructor(private readonly wakeups: Wakeups) {}

  readonly on: On<JobEvent | ProposalEvent> = {
    JobAwaitsApproval: async ({ jobId, clientId }) => this.tell(jobId, clientId),
    JobSentBack: async ({ jobId, clientId }) => this.tell(jobId, clientId),
    JobPublished: async ({ jobId, clientId }) => this.tell(jobId, clientId),
    ProviderInvited: async ({ jobId, providerId }) => this.tell(jobId, providerId),
    JobFilled: async ({ jobId, clientId }) => this.tell(jobId, clientId),
    JobClosed: async ({ jobId, clientId }) => this.tell(jobId, clientId),
    ProposalSubmitted: async ({ proposalId, jobId, clientId, providerId }, _, sql) => {
      await sql.query(
        `insert into job_proposals (proposal_id, job_id, client_id, provider_id, open, answered)
          values ($1, $2, $3, $4, true, false)`,
        [proposalId, jobId, clientId, providerId],
      );
      await sql.query(
        `insert into client_trust as t (client_id, asked) values ($1, 1)
          on conflict (client_id) do update set asked = t.asked + 1`,
        [clientId],
      );
      this.tell(jobId, clientId, providerId);
    },
    ProposalEdited: async ({ jobId, clientId }) => this.tell(jobId, clientId),
    ProposalViewed: async ({ jobId, providerId }) => this.tell(jobId, providerId),
    ProposalWithdrawn: async ({ proposalId, jobId, clientId }, _, sql) => {
      await sql.query('update job_proposals set open = false where proposal_id = $1', [proposalId]);
      this.tell(jobId, clientId);
    },
    ProposalShortlisted: (sides, _, sql) => this.answered(sides, sql),
    ProposalDeclined: (sides, _, sql) => this.answered(sides, sql),
    ProposalAccepted: (sides, _, sql) => this.answered(sides, sql),
  };

  private tell(jobId: string, ...accounts: readonly string[]): void {
    this.wakeups.tell('changed', `job:${jobId}`);
    for (const account of accounts) this.wakeups.tell('changed', `account:${account}`);
  }

  /** The first answer to a proposal counts, the later ones do not. */
  private async answered({ proposalId, jobId, providerId }: Sides, sql: Sql): Promise<void> {
    await sql.query(
      `with first as (
         update job_proposals set answered = true where proposal_id = $1 and not answered
           returning client_id)
       update client_trust t set answered = t.answered + 1 from first
         where t.client_id = first.client_id`,
      [proposalId],
    );
    this.tell(jobId, providerId);
  }
}
