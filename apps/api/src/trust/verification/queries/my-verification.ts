import { money } from '@money';
import type { MyVerification as View } from '@wire/verification';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ContactsOf } from '../../../people/accounts';
import { HasVerifiedBank } from '../../../money/payouts';
import { columns, type VerificationRow } from '../adapters/verification-rows';
import { limitOf } from './limit-of';
import { TierOf } from './tier-of';

/** How far I am known, what I sent, and what is missing before money can reach me. */
export class MyVerification extends Query<View> {}

@QueryHandler(MyVerification)
export class MyVerificationHandler implements IQueryHandler<MyVerification> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
  ) {}

  async execute(): Promise<View> {
    const { id } = this.context.actor;
    const [row] = await this.database.query<VerificationRow>(
      `select ${columns} from verifications where account_id = $1
        order by submitted_at desc, id desc limit 1`,
      [id],
    );
    const limit = await limitOf(this.database, 'INR');
    return {
      tier: await this.queries.execute(new TierOf(id)),
      ...(await this.queries.execute(new ContactsOf(id))),
      bankVerified: await this.queries.execute(new HasVerifiedBank(id)),
      payoutLimit: money(limit?.above ?? 0n, 'INR'),
      current: row ? shown(row) : null,
    };
  }
}

/** A second look is an inner matter: the person sees that it is looked at. */
function shown(row: VerificationRow): View['current'] {
  const { id, tier, state, reasons, note, submittedAt, expiresAt, registryOutcome } = row;
  const isTold = state === 'rejected' || state === 'need_info';
  return {
    ...{ id, tier, state: state === 'second_look' ? 'review' : state },
    ...{ reasons: isTold ? [...reasons] : [], note: isTold ? note : '' },
    submittedAt: submittedAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    register: registryOutcome,
  };
}
