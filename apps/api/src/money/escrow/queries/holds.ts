import type * as wire from '@wire/holds';
import { instant } from '@wire/primitives';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';
import { ContractTitles } from '../../../market/contracts';
import { NamesOf } from '../../../people/profiles';

interface Row {
  id: string;
  contract_id: string;
  milestone_ids: string[];
  reason: wire.HoldReason;
  until: Date;
  held_by: string;
  held_at: Date;
  lifted_at: Date | null;
  approval_id: string | null;
  note: string;
}

const keys = z.tuple([instant, z.uuid()]);

/** What compliance holds or held back, newest first. */
export class FindHolds extends Query<z.infer<typeof wire.holdRows>> {
  constructor(readonly filter: z.infer<typeof wire.findHolds>) {
    super();
  }
}

@QueryHandler(FindHolds)
export class FindHoldsHandler implements IQueryHandler<FindHolds> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
  ) {}

  async execute({ filter: { open, contractId, after, limit } }: FindHolds) {
    const [at, id] = keysAfter(after, keys) ?? [null, null];
    const rows = await this.database.query<Row>(
      `select h.*, w.note from escrow_holds h join escrow_hold_words w on w.hold_id = h.id
        where ($1::boolean is null or (h.lifted_at is null) = $1)
          and ($2::uuid is null or h.contract_id = $2)
          and ($3::timestamptz is null or (h.held_at, h.id) < ($3, $4::uuid))
        order by h.held_at desc, h.id desc limit $5`,
      [open ?? null, contractId ?? null, at, id, limit + 1],
    );
    const page = pageOf(rows, limit, (last) => [last.held_at.toISOString(), last.id]);
    const people = await this.queries.execute(
      new NamesOf(page.items.map(({ held_by }) => held_by)),
    );
    const titles = await this.queries.execute(
      new ContractTitles(page.items.map(({ contract_id }) => contract_id)),
    );
    const items = page.items.map((row) => ({
      id: row.id,
      contractId: row.contract_id,
      contractTitle: titles.get(row.contract_id) ?? '',
      milestoneIds: row.milestone_ids,
      reason: row.reason,
      until: row.until.toISOString(),
      note: row.note,
      heldBy: { id: row.held_by, name: people.get(row.held_by)?.name ?? '' },
      heldAt: row.held_at.toISOString(),
      liftedAt: row.lifted_at?.toISOString() ?? null,
      approvalId: row.approval_id,
    }));
    return { items, next: page.next };
  }
}
