import type { Sql } from '@eventstore/record';
import { Clock } from '@kernel/clock';
import { about, Facts, type Told } from '@kernel/facts';
import { Forgetting } from '@kernel/forgetting';
import { reject } from '@kernel/reject';
import { SubjectKeys } from '@kernel/subject-keys';
import { Standings } from '@kernel/standings';
import { setTimer } from '@kernel/timers';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { ReadersOf } from '../../accounts';
import { erasable, keptUntil } from '../domain/erasure';
import { standingOf } from '../queries/standing';
import { farewellTo, sayFarewell } from './end-farewell';
import { retentionEnd } from './end-retention';

/**
 * Two people agreed, or the person's own time to think again is over: whoever it was is forgotten
 * everywhere, in one transaction. `approvalId` is the approval, or the person's own request.
 */
export class ErasePerson extends Command<void> {
  constructor(
    readonly accountId: string,
    readonly approvalId: string,
    readonly bySelf = false,
  ) {
    super();
  }
}

@CommandHandler(ErasePerson)
export class ErasePersonHandler implements ICommandHandler<ErasePerson> {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
    private readonly queries: QueryBus,
    private readonly forgetting: Forgetting,
    private readonly keys: SubjectKeys,
    private readonly standings: Standings,
  ) {}

  async execute({ accountId, approvalId, bySelf }: ErasePerson): Promise<void> {
    const people = await this.queries.execute(new ReadersOf([accountId]));
    const reader = people.get(accountId) ?? reject('accounts.not_found');
    const { name, email, roles } = reader;
    const identity = await this.keys.seal(accountId, JSON.stringify({ name, email }));
    const farewell = await farewellTo(this.keys, reader);
    await this.facts.commit(async (_, sql) => {
      // One erasure of a person at a time; whoever comes second finds it done.
      await sql.query('select pg_advisory_xact_lock(hashtext($1))', [`erase-${accountId}`]);
      const done = await sql.query('select 1 from erasures where account_id = $1', [accountId]);
      if (done.length > 0) return { told: [] };
      const { standing, years } = await standingOf(sql, accountId, roles);
      erasable(standing);
      await this.forgetting.everywhere(sql, accountId);
      const now = this.clock.now();
      const until = keptUntil(standing, years, now);
      const told = until
        ? await this.restrict(sql, { accountId, approvalId, bySelf, identity, until })
        : await this.destroy(sql, { accountId, approvalId, bySelf });
      return { told: [told, await sayFarewell(sql, farewell, { accountId, until, now })] };
    });
    // Whoever remembers a name or what somebody may do asks anew.
    this.standings.changed(accountId);
  }

  /** The law keeps who moved money: the texts and the name stay under a key that nobody reads with. */
  private async restrict(sql: Sql, kept: Kept): Promise<Told> {
    const { accountId, approvalId, bySelf, identity } = kept;
    const at = this.clock.now().toISOString();
    const until = kept.until.toISOString();
    await this.keys.restrict(sql, accountId, at);
    await sql.query(
      'insert into retained_identities (account_id, sealed, until) values ($1, $2, $3)',
      [accountId, identity, until],
    );
    await sql.query(
      `insert into erasures (account_id, state, approval_id, at, until, by_self)
        values ($1, 'restricted', $2, $3, $4, $5)`,
      [accountId, approvalId, at, until, bySelf],
    );
    await setTimer(sql, { kind: retentionEnd, key: accountId, dueAt: until });
    return about('erasure', accountId, 'PersonRestricted', { accountId, approvalId, until });
  }

  private async destroy(
    sql: Sql,
    { accountId, approvalId, bySelf }: Pick<Kept, 'accountId' | 'approvalId' | 'bySelf'>,
  ): Promise<Told> {
    const at = this.clock.now().toISOString();
    await this.keys.destroy(sql, accountId, at);
    await sql.query(
      `insert into erasures (account_id, state, approval_id, at, erased_at, by_self)
        values ($1, 'erased', $2, $3, $3, $4)`,
      [accountId, approvalId, at, bySelf],
    );
    return about('erasure', accountId, 'SubjectKeyDestroyed', { accountId, approvalId });
  }
}

interface Kept {
  readonly accountId: string;
  readonly approvalId: string;
  readonly bySelf: boolean;
  readonly identity: string;
  readonly until: Date;
}
