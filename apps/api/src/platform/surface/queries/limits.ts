import type * as wire from '@wire/surface';
import { Clock } from '@kernel/clock';
import { Database } from '@kernel/database';
import { limitKinds, type LimitKind, type LimitRule } from '@kernel/http/limit-kinds';
import { Refusals } from '@kernel/http/refusals';
import { Inject } from '@nestjs/common';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { CONFIG, type Config } from '../../../config';
import { NamesOf } from '../../../people/profiles';

/** What are the limits, and who ran into them? */
export class FindLimits extends Query<wire.Limits> {}

interface Refused {
  kind: string;
  address: string;
  account_id: string | null;
  times: number;
  last_at: Date;
}

const most = 50;

@QueryHandler(FindLimits)
export class FindLimitsHandler implements IQueryHandler<FindLimits> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
    private readonly clock: Clock,
    private readonly refusals: Refusals,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async execute(): Promise<wire.Limits> {
    // What this process has gathered and not written yet is asked for, too.
    await this.refusals.write();
    const [counts, active, refused] = await Promise.all([
      this.counts(),
      this.active(),
      this.refused(),
    ]);
    const rows = this.rules().map(([kind, rule]) => ({
      kind,
      ...rule,
      active: active?.get(kind) ?? (rule.whenAway === 'memory' || !active ? null : 0),
      refusedLastHour: counts.get(kind)?.hour ?? 0,
      refusedLastDay: counts.get(kind)?.day ?? 0,
    }));
    const store = this.config.REDIS_URL ? ('redis' as const) : ('postgresql' as const);
    return { store, items: rows, refused };
  }

  private rules(): [
    string,
    Omit<LimitRule, 'whenAway' | 'by'> & Pick<wire.LimitRow, 'whenAway' | 'by'>,
  ][] {
    const all = { seconds: 60, whenAway: 'memory' } as const;
    const { REQUESTS_PER_MINUTE: ofAddress, ACCOUNT_REQUESTS_PER_MINUTE: ofAccount } = this.config;
    const { KEY_REQUESTS_PER_MINUTE: ofKey } = this.config;
    return [
      ['address', { ...all, points: ofAddress, by: 'ip' }],
      ['account', { ...all, points: ofAccount, by: 'account' }],
      ['key', { ...all, points: ofKey, by: 'key' }],
      ...(Object.entries(limitKinds) as [LimitKind, LimitRule][]),
    ];
  }

  private async counts(): Promise<Map<string, { hour: number; day: number }>> {
    const rows = await this.database.query<{ kind: string; hour: number; day: number }>(
      `select kind, coalesce(sum(refused) filter (where hour > $1::timestamptz - interval '1 hour'),
            0)::int as hour, sum(refused)::int as day
          from limit_refusals where hour > $1::timestamptz - interval '1 day' group by kind`,
      [this.clock.now().toISOString()],
    );
    return new Map(rows.map((row) => [row.kind, row]));
  }

  /** Keys of rate-limiter-flexible begin with the kind; on Redis nobody counts them. */
  private async active(): Promise<Map<string, number> | null> {
    if (this.config.REDIS_URL) return null;
    const rows = await this.database.query<{ kind: string; keys: number }>(
      `select split_part(key, ':', 1) as kind, count(*)::int as keys from rate_limits
        where expire > $1 and points > 0 group by 1`,
      [Date.now()],
    );
    return new Map(rows.map(({ kind, keys }) => [kind, keys]));
  }

  private async refused(): Promise<wire.Limits['refused']> {
    const rows = await this.database.query<Refused>(
      `select kind, address, account_id, sum(refused)::int as times, max(last_at) as last_at
          from limit_refusals where hour > $1::timestamptz - interval '1 day'
        group by kind, address, account_id order by times desc, last_at desc limit $2`,
      [this.clock.now().toISOString(), most],
    );
    const people = rows.flatMap(({ account_id: account }) => account ?? []);
    const names = await this.queries.execute(new NamesOf(people));
    return rows.map(({ kind, address, account_id: account, times, last_at: last }) => ({
      kind,
      address,
      account: account ? { id: account, name: names.get(account)?.name ?? '' } : null,
      times,
      lastAt: last.toISOString(),
    }));
  }
}
