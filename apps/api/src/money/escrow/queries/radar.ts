import { money, type Currency } from '@money';
import type * as wire from '@wire/holds';
import { instant } from '@wire/primitives';
import { Clock } from '@kernel/clock';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';
import { ContractTitles } from '../../../market/contracts';

interface Row {
  contract_id: string;
  milestone_id: string;
  gateway: string;
  amount: string;
  currency: Currency;
  funded_at: Date;
  max_hold_until: Date;
  policy_version: number;
  held: boolean;
}

const dayMs = 86_400_000;
const keys = z.tuple([instant, z.uuid()]);

/** Money in escrow by the days that its gateway may still hold it, the fewest first. */
export class HoldRadar extends Query<z.infer<typeof wire.radarRows>> {
  constructor(readonly filter: z.infer<typeof wire.findRadar>) {
    super();
  }
}

@QueryHandler(HoldRadar)
export class HoldRadarHandler implements IQueryHandler<HoldRadar> {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queries: QueryBus,
  ) {}

  async execute({ filter: { within, currency, after, limit } }: HoldRadar) {
    const now = this.clock.now();
    const [until, id] = keysAfter(after, keys) ?? [null, null];
    const latest =
      within === undefined ? null : new Date(now.getTime() + within * dayMs).toISOString();
    const rows = await this.database.query<Row>(
      `select g.*, exists (select from escrow_holds h where h.contract_id = g.contract_id
            and h.lifted_at is null and g.milestone_id = any(h.milestone_ids)) as held
        from gateway_money g where g.currency = $1
          and ($2::timestamptz is null or g.max_hold_until <= $2)
          and ($3::timestamptz is null or (g.max_hold_until, g.milestone_id) > ($3, $4::uuid))
        order by g.max_hold_until, g.milestone_id limit $5`,
      [currency, latest, until, id, limit + 1],
    );
    const page = pageOf(rows, limit, (last) => [
      last.max_hold_until.toISOString(),
      last.milestone_id,
    ]);
    const titles = await this.queries.execute(
      new ContractTitles(page.items.map(({ contract_id }) => contract_id)),
    );
    const items = page.items.map((row) => ({
      contractId: row.contract_id,
      contractTitle: titles.get(row.contract_id) ?? '',
      milestoneId: row.milestone_id,
      gateway: row.gateway,
      amount: money(BigInt(row.amount), row.currency),
      fundedAt: row.funded_at.toISOString(),
      maxHoldUntil: row.max_hold_until.toISOString(),
      daysLeft: Math.floor((row.max_hold_until.getTime() - now.getTime()) / dayMs),
      held: row.held,
      policyVersion: row.policy_version,
    }));
    return { items, next: page.next };
  }
}
