import type { Sql } from '@eventstore/record';
import { Clock } from '@kernel/clock';
import { about, Facts } from '@kernel/facts';
import { money, type Currency } from '@money';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

/** A contract was signed: it counts for the month, and tells when a budget is near its end. */
export class WatchBudget extends Command<void> {
  constructor(readonly contractId: string) {
    super();
  }
}

interface Spent {
  readonly organisation_id: string;
  readonly workspace_id: string;
  readonly budget: string;
  readonly currency: Currency;
  readonly spent: string;
}

const marks = [100, 80] as const;

@CommandHandler(WatchBudget)
export class WatchBudgetHandler implements ICommandHandler<WatchBudget> {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  execute({ contractId }: WatchBudget): Promise<void> {
    const month = this.clock.now().toISOString().slice(0, 7);
    return this.facts.commit(async (_, sql) => {
      await sql.query(
        'update org_hires set signed_at = coalesce(signed_at, $2) where contract_id = $1',
        [contractId, this.clock.now().toISOString()],
      );
      const state = await spentIn(sql, contractId, month);
      const reached = state && BigInt(state.spent) * 100n;
      const percent = marks.find((one) => reached && reached >= BigInt(state.budget) * BigInt(one));
      if (!state || !percent || !(await isFirst(sql, state.workspace_id, month, percent)))
        return { told: [] };
      const { organisation_id: organisationId, workspace_id: workspaceId, currency } = state;
      const fact = {
        ...{ organisationId, workspaceId, month, percent },
        budget: money(BigInt(state.budget), currency),
        spent: money(BigInt(state.spent), currency),
      };
      return { told: [about('organisation', organisationId, 'BudgetReached', fact)] };
    });
  }
}

/** Months are those of UTC, as in the statement. Other currencies than the budget's do not count. */
async function spentIn(sql: Sql, contractId: string, month: string): Promise<Spent | undefined> {
  const [row] = await sql.query<Spent>(
    `select w.organisation_id, w.id as workspace_id, w.budget, w.currency, (
        select coalesce(sum(h.amount), 0)::text from org_hires h where h.workspace_id = w.id
          and h.currency = w.currency and h.signed_at >= ($2 || '-01T00:00Z')::timestamptz) as spent
      from org_workspaces w join org_hires mine on mine.workspace_id = w.id
      where mine.contract_id = $1 and w.budget is not null for update of w`,
    [contractId, month],
  );
  return row;
}

/** Eighty is not told any more once a hundred was. */
async function isFirst(sql: Sql, workspaceId: string, month: string, percent: number) {
  const [told] = await sql.query(
    `insert into org_budget_notices (workspace_id, month, percent)
      select $1, $2, $3::int where not exists (select from org_budget_notices
        where workspace_id = $1 and month = $2 and percent >= $3::int) returning percent`,
    [workspaceId, month, percent],
  );
  return told !== undefined;
}
