import { money, type Currency } from '@money';
import { append } from '@eventstore/postgres';
import { KeyReused, type Fact, type Leg } from '@eventstore/record';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

/** What came onto a wallet settles what its owner owes; what is owed to the owner is paid out. */
export class OffsetReceivable extends Command<void> {
  constructor(
    readonly accountId: string,
    readonly currency: Currency,
    /** What made us look: once for each. */
    readonly cause: string,
  ) {
    super();
  }
}

@CommandHandler(OffsetReceivable)
export class OffsetReceivableHandler implements ICommandHandler<OffsetReceivable> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute({ accountId, currency, cause }: OffsetReceivable): Promise<void> {
    const [owed, wallet] = await this.balances(accountId, currency);
    const moved = owed < 0n ? least(-owed, wallet) : -owed;
    if (moved === 0n) return;
    const amount = money(moved < 0n ? -moved : moved, currency);
    const fact: Fact = { type: 'ReceivableOffset', data: { amount, cause: `offset-${cause}` } };
    const leg = (account: string, amountMinor: bigint): Leg => ({
      ...{ account, amountMinor, currency },
      kind: 'receivable_offset',
    });
    const legs = [
      leg(`wallet:${accountId}:available`, -moved),
      leg(`receivable:${accountId}`, moved),
    ];
    await append(this.database, {
      streams: [{ stream: `wallet-${accountId}-${currency}`, expected: 'any', facts: [fact] }],
      journals: [{ cause: fact, legs }],
      idempotency: { scope: 'offset', key: cause, request: Buffer.alloc(0), response: null },
      metadata: this.context.metadata,
    }).catch((error: unknown) => {
      if (!(error instanceof KeyReused)) throw error;
    });
  }

  private async balances(accountId: string, currency: Currency): Promise<[bigint, bigint]> {
    const ids = [`receivable:${accountId}`, `wallet:${accountId}:available`];
    const rows = await this.database.query<{ id: string; balance: string }>(
      'select id, balance from ledger.accounts where id = any($1)',
      [ids.map((id) => `${id}:${currency}`)],
    );
    const of = (id = '') =>
      BigInt(rows.find((row) => row.id === `${id}:${currency}`)?.balance ?? 0);
    return [of(ids[0]), of(ids[1])];
  }
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
