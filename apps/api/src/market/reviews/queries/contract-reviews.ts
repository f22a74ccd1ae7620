import type { contractReviews } from '@wire/reviews';
import type * as z from 'zod';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { columns, shown, type Row } from './review-rows';

type Reviews = z.infer<typeof contractReviews>;

/** The two reviews of a contract as one of its sides may see them now. */
export class ContractReviews extends Query<Reviews> {
  constructor(readonly contractId: string) {
    super();
  }
}

interface Standing {
  readonly client_id: string;
  readonly provider_id: string;
  readonly funded: boolean;
  readonly reveal_at: Date | null;
}

const standing = `
select client_id, provider_id, funded,
    (select min(at) + interval '14 days' from reviews where contract_id = $1) as reveal_at
  from reviewable_contracts where contract_id = $1`;

@QueryHandler(ContractReviews)
export class ContractReviewsHandler implements IQueryHandler<ContractReviews> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ contractId }: ContractReviews): Promise<Reviews> {
    const { id: viewer } = this.context.actor;
    const [[contract], written] = await Promise.all([
      this.database.query<Standing>(standing, [contractId], 'reviews.standing'),
      this.database.query<Row>(
        `select ${columns} from reviews where contract_id = $1`,
        [contractId],
        'reviews.of_contract',
      ),
    ]);
    const isTheirs = [contract?.client_id, contract?.provider_id].includes(viewer);
    if (!contract || !isTheirs) return reject('contracts.not_found');
    const mine = written.filter(({ authorId }) => authorId === viewer);
    const theirs = written.filter(({ authorId }) => authorId !== viewer);
    const revealed = written.some(({ publishedAt }) => publishedAt !== null);
    const [[my], [their]] = await Promise.all([
      shown(this.queries, mine),
      shown(this.queries, revealed ? theirs : []),
    ]);
    return {
      mine: my ?? null,
      theirs: their ?? null,
      theyWrote: theirs.length > 0,
      revealAt: revealed ? null : (contract.reveal_at?.toISOString() ?? null),
      open: contract.funded && mine.length === 0 && !revealed,
    };
  }
}
