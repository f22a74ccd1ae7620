import { Projection, type On } from '@kernel/consumers';
import { minor, sum } from '@money';
import type { Sql } from '@eventstore/record';
import { Injectable } from '@nestjs/common';
import { contractOf, type EscrowEvent } from '../../../money/escrow';
import type { ContractEvent } from '../../contracts';
import type { ReviewEvent } from '../../reviews';
import type { JobEvent } from '../domain/jobs.events';

/** Answers: what is this client known for? Paid is told in the currency of the first payment. */
@Injectable()
@Projection('client-trust')
export class ClientTrust {
  readonly on: On<JobEvent | ContractEvent | EscrowEvent | ReviewEvent> = {
    JobPublished: ({ clientId }, _, sql) => this.count(sql, clientId, 'posted'),
    JobFilled: ({ clientId }, _, sql) => this.count(sql, clientId, 'hired'),
    ContractSigned: async ({ contractId, jobId, clientId, milestones }, _, sql) => {
      const [first] = milestones;
      if (!first) return;
      const agreed = sum(
        milestones.map(({ amount }) => amount),
        first.amount.currency,
      );
      await sql.query(
        `insert into job_hires (contract_id, job_id, client_id, agreed, currency)
          values ($1, $2, $3, $4, $5)`,
        [contractId, jobId, clientId, minor(agreed), agreed.currency],
      );
    },
    EscrowReleased: async ({ gross }, { stream }, sql) => {
      await sql.query(
        `update client_trust t set currency = $3, paid = t.paid + $2
          from job_hires h where h.contract_id = $1 and t.client_id = h.client_id
            and coalesce(t.currency, $3) = $3`,
        [contractOf(stream), minor(gross), gross.currency],
      );
    },
    ReviewPublished: async ({ subjectId, stars }, _, sql) => {
      await sql.query(
        `insert into client_trust as t (client_id, stars, reviews) values ($1, $2, 1)
          on conflict (client_id) do update
          set stars = t.stars + excluded.stars, reviews = t.reviews + 1`,
        [subjectId, stars],
      );
    },
  };

  private async count(sql: Sql, clientId: string, what: 'posted' | 'hired'): Promise<void> {
    await sql.query(
      `insert into client_trust as t (client_id, ${what}) values ($1, 1)
        on conflict (client_id) do update set ${what} = t.${what} + 1`,
      [clientId],
    );
  }
}
