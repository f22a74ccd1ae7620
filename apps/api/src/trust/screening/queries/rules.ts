import { money } from '@money';
import type * as wire from '@wire/screening';
import { Database } from '@kernel/database';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { NamesOf } from '../../../people/profiles';
import { latestMovements, rulesNow, type MovementRow } from '../adapters/rule-rows';
import { breaks } from '../domain/rules';

/** The rules as they are now. */
export class RulesNow extends Query<{ items: wire.RiskRule[] }> {}

/** What a rule would have found in what already happened, before anybody switches it on. */
export class TryRule extends Query<wire.Backtest> {
  constructor(readonly input: wire.ChangeRule) {
    super();
  }
}

@QueryHandler(RulesNow)
export class RulesNowHandler implements IQueryHandler<RulesNow> {
  constructor(private readonly database: Database) {}

  async execute(): Promise<{ items: wire.RiskRule[] }> {
    const rows = await rulesNow(this.database);
    const items = rows.map(({ rule, enabled, amount, times, hours, version, at }) => ({
      ...{ rule, enabled, amountMinor: amount.toString(), times, hours, version },
      at: at.toISOString(),
    }));
    return { items };
  }
}

const most = 20_000;
const shown = 10;

@QueryHandler(TryRule)
export class TryRuleHandler implements IQueryHandler<TryRule> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
  ) {}

  async execute({ input }: TryRule): Promise<wire.Backtest> {
    const { rule, times, hours, amountMinor } = input;
    const wanted = { rule, times, hours, amount: BigInt(amountMinor) };
    const movements = await latestMovements(this.database, most);
    const byAccount = Map.groupBy(movements, ({ accountId }) => accountId);
    const hits = [...byAccount.values()].flatMap((own) =>
      own.filter((last, at) => breaks(wanted, last, own.slice(at + 1))),
    );
    hits.sort((a, b) => b.at.getTime() - a.at.getTime());
    const accounts = new Set(hits.map(({ accountId }) => accountId));
    const sample = await this.named(hits.slice(0, shown));
    return { movements: movements.length, hits: hits.length, accounts: accounts.size, sample };
  }

  private async named(hits: readonly MovementRow[]): Promise<wire.Backtest['sample']> {
    const names = await this.queries.execute(new NamesOf(hits.map(({ accountId }) => accountId)));
    return hits.map(({ accountId, amount, currency, at }) => ({
      account: { id: accountId, name: names.get(accountId)?.name ?? '' },
      amount: money(amount, currency as 'INR'),
      at: at.toISOString(),
    }));
  }
}
