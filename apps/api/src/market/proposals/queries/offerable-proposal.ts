import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

export interface Offerable {
  readonly id: string;
  readonly jobId: string;
  readonly clientId: string;
  readonly providerId: string;
  readonly status: 'sent' | 'viewed' | 'shortlisted' | 'declined' | 'withdrawn' | 'accepted';
}

/** Whose proposal it is and whether it still stands; null when there is none. */
export class OfferableProposal extends Query<Offerable | null> {
  constructor(readonly proposalId: string) {
    super();
  }
}

@QueryHandler(OfferableProposal)
export class OfferableProposalHandler implements IQueryHandler<OfferableProposal> {
  constructor(private readonly database: Database) {}

  async execute({ proposalId }: OfferableProposal): Promise<Offerable | null> {
    const [row] = await this.database.query<Offerable>(
      `select id, job_id as "jobId", client_id as "clientId", provider_id as "providerId", status
        from proposals where id = $1`,
      [proposalId],
      'proposals.offerable',
    );
    return row ?? null;
  }
}
