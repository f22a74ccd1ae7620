import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

/**
 * For escrow: may the work of a contract begin? Rejects onboarding.unfinished while its plan says
 * "before work" and a required task is open. Once it is done it stays done.
 */
export class MayBegin extends Query<void> {
  constructor(readonly contractId: string) {
    super();
  }
}

@QueryHandler(MayBegin)
export class MayBeginHandler implements IQueryHandler<MayBegin> {
  constructor(private readonly database: Database) {}

  async execute({ contractId }: MayBegin): Promise<void> {
    const [row] = await this.database.query<{ id: string }>(
      `select o.id from onboarding_contracts c join onboardings o on o.id = c.onboarding_id
          join onboarding_plans p on p.id = o.plan_id
        where c.contract_id = $1 and p.before_work and o.done_at is null`,
      [contractId],
      'onboarding.may_begin',
    );
    if (row) reject('onboarding.unfinished', { onboardingId: row.id });
  }
}
