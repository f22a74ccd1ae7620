import { Projection, type On } from '@kernel/consumers';
import { Wakeups } from '@kernel/wakeups';
import type { Sql } from '@eventstore/record';
import { Injectable } from '@nestjs/common';
import type { ProposalEvent } from '../../proposals';

/** Answers: who proposed to this job, and does its client answer? */
@Injectable()
@Projection('job-activity')
export class JobActivity {
  constructor(private readonly wakeups: Wakeups) {}

  readonly on: On<ProposalEvent> = {
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
      this.wakeups.tell('changed', `job:${jobId}`);
    },
    ProposalWithdrawn: async ({ proposalId, jobId }, _, sql) => {
      await sql.query('update job_proposals set open = false where proposal_id = $1', [proposalId]);
      this.wakeups.tell('changed', `job:${jobId}`);
    },
    ProposalShortlisted: ({ proposalId }, _, sql) => this.answered(proposalId, sql),
    ProposalDeclined: ({ proposalId }, _, sql) => this.answered(proposalId, sql),
    ProposalAccepted: ({ proposalId }, _, sql) => this.answered(proposalId, sql),
  };

  /** The first answer to a proposal counts, the later ones do not. */
  private async answered(proposalId: string, sql: Sql): Promise<void> {
    await sql.query(
      `with first as (
         update job_proposals set answered = true where proposal_id = $1 and not answered
           returning client_id)
       update client_trust t set answered = t.answered + 1 from first
         where t.client_id = first.client_id`,
      [proposalId],
    );
  }
}
