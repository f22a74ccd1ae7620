import type * as wire from '@wire/payouts';
import { RequestContext } from '@kernel/context';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type * as z from 'zod';
import { BankAccounts } from '../adapters/bank-accounts';
import { restsUntil } from '../domain/payout';

type View = z.infer<typeof wire.bankAccount>;

/** Where can my money go? */
export class MyBankAccounts extends Query<{ items: View[] }> {}

@QueryHandler(MyBankAccounts)
export class MyBankAccountsHandler implements IQueryHandler<MyBankAccounts> {
  constructor(
    private readonly bankAccounts: BankAccounts,
    private readonly context: RequestContext,
  ) {}

  async execute() {
    const rows = await this.bankAccounts.of(this.context.actor.id);
    const items = rows.map(({ id, holder, ifsc, last4, state, createdAt, isChange }) => ({
      id,
      holder,
      ifsc,
      last4,
      state: state as View['state'],
      createdAt: createdAt.toISOString(),
      restsUntil: restsUntil({ createdAt, isChange })?.toISOString() ?? null,
    }));
    return { items };
  }
}
