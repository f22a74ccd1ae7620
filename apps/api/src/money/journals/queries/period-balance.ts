import { canonical, sha256 } from '@eventstore/chain';
import type { Sql } from '@eventstore/record';
import { money, type Currency } from '@money';
import type * as wire from '@wire/journals';
import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';
import { endOf } from '../domain/period';

/** What every account held at the end of a month, hashed; the journal behind it is append-only. */
export async function trialBalance(sql: Sql, before: Date) {
  const rows = await sql.query<{ account: string; balance: string }>(
    `select account, sum(amount)::text as balance from ledger.entries
      where effective_at < $1 group by account order by account`,
    [before.toISOString()],
  );
  return { rows, accounts: rows.length, hash: sha256(canonical(rows)).toString('hex') };
}

type Balance = z.infer<typeof wire.periodBalance>;

/** The trial balance at the end of a month, as whoever closes it would bind it now. */
export class PeriodBalance extends Query<Balance> {
  constructor(readonly period: string) {
    super();
  }
}

@QueryHandler(PeriodBalance)
export class PeriodBalanceHandler implements IQueryHandler<PeriodBalance> {
  constructor(private readonly database: Database) {}

  async execute({ period }: PeriodBalance): Promise<Balance> {
    const { rows, accounts, hash } = await trialBalance(this.database, endOf(period));
    const known = await this.database.query<{ id: string; kind: string; currency: Currency }>(
      'select id, kind, currency from ledger.accounts',
    );
    const accountOf = new Map(known.map((one) => [one.id, one]));
    const held = rows.flatMap(({ account, balance }) => {
      const one = accountOf.get(account);
      return one ? [{ ...one, balance: BigInt(balance) }] : [];
    });
    const currencies = [...new Set(held.map(({ currency }) => currency))].sort();
    const sections = currencies.map((currency) =>
      sectionOf(
        currency,
        held.filter((one) => one.currency === currency),
      ),
    );
    return { period, accounts, trialBalanceHash: hash, currencies: sections };
  }
}

interface Held {
  readonly kind: string;
  readonly balance: bigint;
}

function sectionOf(currency: Currency, held: readonly Held[]): Balance['currencies'][number] {
  const sides = (some: readonly Held[]) => ({
    debit: money(-total(some.filter(({ balance }) => balance < 0n)), currency),
    credit: money(total(some.filter(({ balance }) => balance > 0n)), currency),
  });
  const rows = [...new Set(held.map(({ kind }) => kind))].sort().map((kind) => {
    const own = held.filter((one) => one.kind === kind);
    return { kind, accounts: own.length, ...sides(own) };
  });
  return { currency, rows, ...sides(held), difference: money(total(held), currency) };
}

const total = (held: readonly Held[]): bigint =>
  held.reduce((sum, { balance }) => sum + balance, 0n);
