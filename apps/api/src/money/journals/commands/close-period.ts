import { Clock } from '@kernel/clock';
import { Database } from '@kernel/database';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import type { Sql } from '@eventstore/record';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { RequestApproval } from '../../approvals';
import { closable } from '../domain/period';
import { trialBalance } from '../queries/period-balance';

/** A maker of finance proposes to close a month, as its trial balance stands now. */
export class ProposeClose extends Command<{ approvalId: string }> {
  constructor(
    readonly period: string,
    readonly reason: string,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

/** Two people agreed: the month is closed, if it still is what they saw. */
export class ClosePeriod extends Command<void> {
  constructor(
    readonly period: string,
    readonly trialBalanceHash: string,
    readonly approvalId: string,
  ) {
    super();
  }
}

interface Closed {
  readonly period: string;
  readonly approval_id: string;
}

const lastClosed = async (sql: Sql): Promise<Closed | null> => {
  const rows = await sql.query<Closed>(
    'select period, approval_id from closed_periods order by period desc limit 1',
  );
  return rows[0] ?? null;
};

@CommandHandler(ProposeClose)
export class ProposeCloseHandler implements ICommandHandler<ProposeClose> {
  constructor(
    private readonly commands: CommandBus,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute({ period, reason, idempotencyKey }: ProposeClose) {
    const last = await lastClosed(this.database);
    const end = closable(period, last?.period ?? null, this.clock.now());
    const { accounts, hash } = await trialBalance(this.database, end);
    const proposal = {
      action: 'period.close',
      subject: `period-${period}`,
      payload: { period, trialBalanceHash: hash },
      beneficiaries: [],
      reason,
      makerPermission: 'prepare Period',
      requiredPermission: 'approve Period',
      changes: [
        { field: 'closed_through', before: last?.period ?? null, after: period },
        { field: 'trial_balance', before: null, after: hash },
        { field: 'accounts', before: null, after: String(accounts) },
      ],
    } as const;
    return this.commands.execute(new RequestApproval(proposal, idempotencyKey));
  }
}

@CommandHandler(ClosePeriod)
export class ClosePeriodHandler implements ICommandHandler<ClosePeriod> {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  async execute({ period, trialBalanceHash, approvalId }: ClosePeriod): Promise<void> {
    const now = this.clock.now();
    await this.facts.commit(async (_, sql) => {
      // One close at a time; whoever comes second sees what the first one did.
      await sql.query('lock table closed_periods in share row exclusive mode');
      const last = await lastClosed(sql);
      if (last?.approval_id === approvalId) return { told: [] };
      const end = closable(period, last?.period ?? null, now);
      const { accounts, hash } = await trialBalance(sql, end);
      if (hash !== trialBalanceHash) reject('periods.changed');
      await sql.query(
        `insert into closed_periods (period, closed_at, approval_id, trial_balance_hash, accounts)
          values ($1, $2, $3, $4, $5)`,
        [period, now.toISOString(), approvalId, hash, accounts],
      );
      const fact = { period, approvalId, trialBalanceHash: hash, accounts };
      return { told: [about('period', period, 'PeriodClosed', fact)] };
    });
  }
}
