import { money, type Currency } from '@money';
import type { DepositState, DepositView } from '@wire/payments';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

interface Row {
  id: string;
  contract_id: string;
  milestone_id: string;
  state: DepositState;
  amount: string;
  refunded: string;
  currency: Currency;
  failure: string | null;
  method: string | null;
  created_at: Date;
  captured_at: Date | null;
}

const view = (row: Row): DepositView => ({
  id: row.id,
  contractId: row.contract_id,
  milestoneId: row.milestone_id,
  state: row.state,
  amount: money(BigInt(row.amount), row.currency),
  refunded: money(BigInt(row.refunded), row.currency),
  failure: row.failure,
  method: row.method,
  createdAt: row.created_at.toISOString(),
  capturedAt: row.captured_at?.toISOString() ?? null,
});

/** My payments for a contract or one milestone, newest first. */
export class DepositsOf extends Query<{ items: DepositView[] }> {
  constructor(readonly filter: { contractId: string; milestoneId?: string | undefined }) {
    super();
  }
}

@QueryHandler(DepositsOf)
export class DepositsOfHandler implements IQueryHandler<DepositsOf> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute({ filter }: DepositsOf): Promise<{ items: DepositView[] }> {
    const rows = await this.database.query<Row>(
      `select * from deposits where contract_id = $1 and client_id = $2
        and ($3::uuid is null or milestone_id = $3) order by created_at desc limit 50`,
      [filter.contractId, this.context.actor.id, filter.milestoneId ?? null],
    );
    return { items: rows.map(view) };
  }
}

/** What was paid for a contract, for those who may send it back; newest first. */
export class ContractDeposits extends Query<{ items: DepositView[] }> {
  constructor(readonly filter: { contractId: string; milestoneId?: string | undefined }) {
    super();
  }
}

@QueryHandler(ContractDeposits)
export class ContractDepositsHandler implements IQueryHandler<ContractDeposits> {
  constructor(private readonly database: Database) {}

  async execute({ filter }: ContractDeposits): Promise<{ items: DepositView[] }> {
    const rows = await this.database.query<Row>(
      `select * from deposits where contract_id = $1
        and ($2::uuid is null or milestone_id = $2) order by created_at desc limit 50`,
      [filter.contractId, filter.milestoneId ?? null],
    );
    return { items: rows.map(view) };
  }
}

/** One of my payments; somebody else's is not found. */
export class DepositById extends Query<DepositView> {
  constructor(readonly depositId: string) {
    super();
  }
}

@QueryHandler(DepositById)
export class DepositByIdHandler implements IQueryHandler<DepositById> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute({ depositId }: DepositById): Promise<DepositView> {
    const [row] = await this.database.query<Row>(
      'select * from deposits where id = $1 and client_id = $2',
      [depositId, this.context.actor.id],
    );
    return row ? view(row) : reject('payments.not_found');
  }
}
