import type * as wire from '@wire/holds';
import { instant } from '@wire/primitives';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { reject } from '@kernel/reject';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';
import { NamesOf } from '../../../people/profiles';

/** Rejects when compliance lets nothing leave this wallet. Asked before money sets out. */
export class MayLeaveWallet extends Query<void> {
  constructor(readonly accountId: string) {
    super();
  }
}

@QueryHandler(MayLeaveWallet)
export class MayLeaveWalletHandler implements IQueryHandler<MayLeaveWallet> {
  constructor(private readonly database: Database) {}

  async execute({ accountId }: MayLeaveWallet): Promise<void> {
    const rows = await this.database.query(
      'select from wallet_restrictions where account_id = $1',
      [accountId],
      'wallet.restricted',
    );
    if (rows.length > 0) reject('wallet.restricted');
  }
}

interface Row {
  account_id: string;
  reason: wire.HoldReason;
  note: string;
  restricted_by: string;
  at: Date;
}

const keys = z.tuple([instant, z.uuid()]);

/** Wallets that nothing may leave, the newest restriction first. */
export class RestrictedWallets extends Query<z.infer<typeof wire.walletRestrictions>> {
  constructor(readonly filter: z.infer<typeof wire.findRestrictions>) {
    super();
  }
}

@QueryHandler(RestrictedWallets)
export class RestrictedWalletsHandler implements IQueryHandler<RestrictedWallets> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
  ) {}

  async execute({ filter: { accountId, after, limit } }: RestrictedWallets) {
    const [at, id] = keysAfter(after, keys) ?? [null, null];
    const rows = await this.database.query<Row>(
      `select * from wallet_restrictions
        where ($1::timestamptz is null or (at, account_id) < ($1, $2::uuid))
          and ($4::uuid is null or account_id = $4)
        order by at desc, account_id desc limit $3`,
      [at, id, limit + 1, accountId ?? null],
    );
    const page = pageOf(rows, limit, (last) => [last.at.toISOString(), last.account_id]);
    const ids = page.items.flatMap((row) => [row.account_id, row.restricted_by]);
    const people = await this.queries.execute(new NamesOf(ids));
    const named = (one: string) => ({ id: one, name: people.get(one)?.name ?? '' });
    const items = page.items.map((row) => ({
      account: named(row.account_id),
      reason: row.reason,
      note: row.note,
      by: named(row.restricted_by),
      at: row.at.toISOString(),
    }));
    return { items, next: page.next };
  }
}
