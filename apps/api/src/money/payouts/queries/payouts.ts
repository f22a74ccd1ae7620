import { money, zero, type Currency, type Money } from '@money';
import type { PayoutState } from '@wire/payouts';
import type * as wire from '@wire/payouts';
import { abilityFor, type Action, type Principal } from '@wire/permissions';
import { instant } from '@wire/primitives';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { permittedWhere, type Fragment } from '@kernel/permitted';
import { reject } from '@kernel/reject';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';
import { NamesOf } from '../../../people/profiles';

type Filter = z.infer<typeof wire.findPayouts>;
type AdminPayout = z.infer<typeof wire.adminPayout>;

interface Row {
  id: string;
  provider_id: string;
  amount: string;
  currency: Currency;
  state: PayoutState;
  flags: AdminPayout['flags'];
  utr: string | null;
  failure: string | null;
  prepared_by: string | null;
  approval_id: string | null;
  decided_by: string | null;
  requested_at: Date;
  steps: { state: PayoutState; at: string }[];
  holder: string;
  last4: string;
}

const select = `select p.*, b.holder, b.last4 from payouts p join bank_accounts b on b.id = p.bank_account_id`;
const keys = z.tuple([instant, z.uuid()]);
const expectedMs = 24 * 3_600_000;

function view(row: Row): wire.PayoutView {
  const amount: Money = money(BigInt(row.amount), row.currency);
  return {
    id: row.id,
    amount,
    fee: zero(row.currency),
    state: row.state,
    bank: { holder: row.holder, last4: row.last4 },
    utr: row.utr,
    failure: row.failure,
    requestedAt: row.requested_at.toISOString(),
    expectedBy: new Date(row.requested_at.getTime() + expectedMs).toISOString(),
    steps: row.steps,
  };
}

/** What rules about payouts may look at. */
const columns = { providerId: 'p.provider_id' };

const allowedTo = (actor: Principal, action: Action, from: number): Fragment =>
  permittedWhere(abilityFor(actor), [action, 'Payout'], columns, from);

/** Payouts newest first, those that the reader may see. */
async function page(database: Database, allowed: Fragment, { state, after, limit }: Filter) {
  const [at, id] = keysAfter(after, keys) ?? [null, null];
  const rows = await database.query<Row>(
    `${select} where ${allowed.sql} and ($1::text is null or p.state = $1)
      and ($2::timestamptz is null or (p.requested_at, p.id) < ($2, $3::uuid))
      order by p.requested_at desc, p.id desc limit $4`,
    [state ?? null, at, id, limit + 1, ...allowed.values],
  );
  return pageOf(rows, limit, (last) => [last.requested_at.toISOString(), last.id]);
}

/** Where is the money I asked for? */
export class MyPayouts extends Query<z.infer<typeof wire.payoutViews>> {
  constructor(readonly filter: Filter) {
    super();
  }
}

@QueryHandler(MyPayouts)
export class MyPayoutsHandler implements IQueryHandler<MyPayouts> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute({ filter }: MyPayouts) {
    const { items, next } = await page(
      this.database,
      allowedTo(this.context.actor, 'read', 5),
      filter,
    );
    return { items: items.map(view), next };
  }
}

/** One of my payouts; somebody else's is not found. */
export class PayoutById extends Query<wire.PayoutView> {
  constructor(readonly payoutId: string) {
    super();
  }
}

@QueryHandler(PayoutById)
export class PayoutByIdHandler implements IQueryHandler<PayoutById> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute({ payoutId }: PayoutById) {
    const allowed = allowedTo(this.context.actor, 'read', 2);
    const [row] = await this.database.query<Row>(`${select} where p.id = $1 and ${allowed.sql}`, [
      payoutId,
      ...allowed.values,
    ]);
    return row ? view(row) : reject('payouts.not_found');
  }
}

/** Every payout for finance, with who asked, who prepared and who decided. */
export class AllPayouts extends Query<z.infer<typeof wire.adminPayouts>> {
  constructor(readonly filter: Filter) {
    super();
  }
}

@QueryHandler(AllPayouts)
export class AllPayoutsHandler implements IQueryHandler<AllPayouts> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ filter }: AllPayouts) {
    const { items, next } = await page(
      this.database,
      allowedTo(this.context.actor, 'inspect', 5),
      filter,
    );
    const ids = items.flatMap((row) => [row.provider_id, row.prepared_by, row.decided_by]);
    const people = await this.queries.execute(new NamesOf(ids.filter((id) => id !== null)));
    const whole = items.flatMap((row) => {
      const provider = people.get(row.provider_id);
      const preparedBy = people.get(row.prepared_by ?? '') ?? null;
      const decidedBy = people.get(row.decided_by ?? '') ?? null;
      const { flags, approval_id: approvalId } = row;
      return provider ? [{ ...view(row), provider, flags, approvalId, preparedBy, decidedBy }] : [];
    });
    return { items: whole, next };
  }
}
