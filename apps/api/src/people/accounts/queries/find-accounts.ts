import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import type { accountDetail, accountRow, findAccounts } from '@wire/accounts';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type * as z from 'zod';
import { SessionsOf } from './sessions-of';

type Row = z.input<typeof accountRow>;
type Detail = z.input<typeof accountDetail>;
type Raw = Omit<Row, 'createdAt'> & { createdAt: Date };

const columns = `a.id, a.name, a.email, a.roles, a.country, a.created_at as "createdAt",
  a.email_verified_at is not null as "emailVerified"`;

/** Accounts whose name or address begins so, the newest first. Ids are in the order of creation. */
export class FindAccounts extends Query<{ items: Row[]; next: string | null }> {
  constructor(readonly input: z.infer<typeof findAccounts>) {
    super();
  }
}

/** All that the console knows of one account. Rejects accounts.not_found. */
export class AccountDetail extends Query<Detail> {
  constructor(readonly accountId: string) {
    super();
  }
}

@QueryHandler(FindAccounts)
export class FindAccountsHandler implements IQueryHandler<FindAccounts> {
  constructor(private readonly database: Database) {}

  async execute({ input }: FindAccounts): Promise<{ items: Row[]; next: string | null }> {
    const { q = '', role, after, limit } = input;
    const beginning = `${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
    const rows = await this.database.query<Raw>(
      `select ${columns} from accounts a
        where ($1 = '%' or lower(a.name) like $1 or a.email like $1)
          and ($2::text is null or a.roles @> array[$2::text])
          and ($3::uuid is null or a.id < $3::uuid)
        order by a.id desc limit $4`,
      [beginning, role ?? null, uuidOf(after), limit + 1],
    );
    const items = rows
      .slice(0, limit)
      .map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }
}

const uuidOf = (cursor: string | undefined): string | null =>
  cursor && /^[0-9a-f-]{36}$/.test(cursor) ? cursor : null;

@QueryHandler(AccountDetail)
export class AccountDetailHandler implements IQueryHandler<AccountDetail> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
  ) {}

  async execute({ accountId }: AccountDetail): Promise<Detail> {
    const [row] = await this.database.query<Omit<Detail, 'createdAt' | 'sessions'> & Raw>(
      `select ${columns}, a.phone, a.locale, a.time_zone as "timeZone", a.slug,
          coalesce(f.contracts, 0) as contracts, coalesce(f.jobs, 0) as jobs,
          case when s.id is not null then jsonb_build_object('reason', s.reason, 'note', s.note,
            'at', to_char(s.suspended_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            'by', jsonb_build_object('id', b.id, 'name', b.name)) end as suspension
        from accounts a
          left join account_suspensions s on s.account_id = a.id and s.lifted_at is null
          left join accounts b on b.id = s.suspended_by left join account_activity f on f.account_id = a.id where a.id = $1`,
      [accountId],
    );
    if (!row) return reject('accounts.not_found');
    const { items: sessions } = await this.queries.execute(new SessionsOf(accountId));
    return { ...row, createdAt: row.createdAt.toISOString(), sessions };
  }
}
