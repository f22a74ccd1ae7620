import { money, type Currency, type Money } from '@money';
import { Database } from '@kernel/database';
import { Streams } from '@kernel/streams';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { moneyOf } from '../domain/booking';
import { carryOut, priced, type Outcome } from '../domain/dispute';
import { escrow } from '../domain/escrow';
import type { EscrowEvent } from '../domain/escrow.events';

type Named<Type> = Extract<EscrowEvent, { type: Type }>['data'];

export interface Parts {
  readonly released: readonly Named<'EscrowReleased'>[];
  readonly refunded: readonly Named<'EscrowRefunded'>[];
}

export interface Effect extends Parts {
  readonly accounts: readonly {
    readonly account: string;
    /** Null on the platform's own accounts: their balance is nobody's business here. */
    readonly before: Money | null;
    readonly change: Money;
    readonly after: Money | null;
  }[];
}

/**
 * What an outcome would do: the real decision and its real journals on the state as it is now, and
 * nothing of it is written. Rejects like carrying it out would.
 */
export class EffectOf extends Query<Effect> {
  constructor(
    readonly contractId: string,
    readonly outcome: Outcome,
  ) {
    super();
  }
}

@QueryHandler(EffectOf)
export class EffectOfHandler implements IQueryHandler<EffectOf> {
  constructor(
    private readonly streams: Streams,
    private readonly database: Database,
  ) {}

  async execute({ contractId, outcome }: EffectOf): Promise<Effect> {
    const facts = carryOut(await this.streams.read(escrow, contractId), outcome);
    const legs = moneyOf(contractId, facts).journals.flatMap((journal) => journal.legs);
    const currency = legs[0]?.currency ?? 'INR';
    const changes = new Map<string, bigint>();
    for (const { account, amountMinor } of legs)
      changes.set(account, (changes.get(account) ?? 0n) + amountMinor);
    const balances = await this.balances([...changes.keys()], currency);
    return {
      ...partsOf(facts),
      accounts: [...changes].map(([account, change]) => {
        const before = account.includes(':') ? (balances.get(account) ?? 0n) : null;
        return {
          account,
          before: before === null ? null : money(before, currency),
          change: money(change, currency),
          after: before === null ? null : money(before + change, currency),
        };
      }),
    };
  }

  private async balances(accounts: string[], currency: Currency): Promise<Map<string, bigint>> {
    const ids = accounts.map((account) => `${account}:${currency}`);
    const rows = await this.database.query<{ id: string; balance: string }>(
      'select id, balance from ledger.accounts where id = any($1)',
      [ids],
    );
    const found = new Map(rows.map(({ id, balance }) => [id, BigInt(balance)]));
    return new Map(accounts.map((one) => [one, found.get(`${one}:${currency}`) ?? 0n]));
  }
}

/** What an outcome comes to for both sides, also long after it was carried out. */
export class PartsOf extends Query<Parts> {
  constructor(
    readonly contractId: string,
    readonly outcome: Outcome,
  ) {
    super();
  }
}

@QueryHandler(PartsOf)
export class PartsOfHandler implements IQueryHandler<PartsOf> {
  constructor(private readonly streams: Streams) {}

  async execute({ contractId, outcome }: PartsOf): Promise<Parts> {
    return partsOf(priced(await this.streams.read(escrow, contractId), outcome));
  }
}

const partsOf = (facts: readonly EscrowEvent[]): Parts => ({
  released: facts.flatMap((one) => (one.type === 'EscrowReleased' ? [one.data] : [])),
  refunded: facts.flatMap((one) => (one.type === 'EscrowRefunded' ? [one.data] : [])),
});
