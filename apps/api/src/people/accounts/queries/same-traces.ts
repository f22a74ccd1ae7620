import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

/** Something that several accounts left behind. `trace` never leaves the house as it is. */
export interface SameTrace {
  readonly kind: 'phone' | 'device' | 'address';
  readonly trace: string;
  readonly accountIds: readonly string[];
}

/** Phones, browsers and network addresses that these accounts share with others. */
export class SameTraces extends Query<SameTrace[]> {
  constructor(readonly accountIds: readonly string[]) {
    super();
  }
}

/** An office or a café is no link between those who sit in it. */
const mostAtAnAddress = 8;
const most = 60;

@QueryHandler(SameTraces)
export class SameTracesHandler implements IQueryHandler<SameTraces> {
  constructor(private readonly database: Database) {}

  async execute({ accountIds }: SameTraces): Promise<SameTrace[]> {
    const found = await Promise.all(
      Object.values(questions).map((question) =>
        this.database.query<SameTrace>(question, [accountIds, most]),
      ),
    );
    return found
      .flat()
      .filter(({ kind, accountIds: all }) => kind !== 'address' || all.length <= mostAtAnAddress);
  }
}

const questions = {
  phone: `select 'phone' as kind, o.phone as trace, array_agg(distinct o.id::text) as "accountIds"
    from accounts o where o.phone in (select phone from accounts where id = any($1::uuid[])
      and phone is not null)
    group by o.phone having count(*) > 1 limit $2`,
  device: `select 'device' as kind, encode(o.hash, 'hex') as trace,
      array_agg(distinct o.account_id::text) as "accountIds"
    from known_devices o where o.hash in (select hash from known_devices
      where account_id = any($1::uuid[]))
    group by o.hash having count(*) > 1 limit $2`,
  address: `select 'address' as kind, o.address as trace,
      array_agg(distinct o.account_id::text) as "accountIds"
    from sessions o where o.address in (select address from sessions
      where account_id = any($1::uuid[]) and address is not null)
    group by o.address having count(distinct o.account_id) > 1 limit $2`,
};
