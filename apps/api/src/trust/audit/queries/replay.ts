import { money, type Currency } from '@money';
import type * as wire from '@wire/replay';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type * as z from 'zod';
import { balanceAt, kindsAt, type KindSum } from '../adapters/replay-sums';

/** What did an account hold at an instant? Rejects audit.not_found. */
export class BalanceAt extends Query<z.infer<typeof wire.balanceAt>> {
  constructor(readonly asked: z.infer<typeof wire.findBalance>) {
    super();
  }
}

@QueryHandler(BalanceAt)
export class BalanceAtHandler implements IQueryHandler<BalanceAt> {
  constructor(private readonly database: Database) {}

  async execute({ asked }: BalanceAt) {
    const found = await balanceAt(this.database, asked.account, asked);
    if (!found) return reject('audit.not_found');
    const { balance, currency, entryId } = found;
    return { ...asked, balance: money(balance, currency), entryId };
  }
}

/** Did everything add up at an instant? */
export class TrialBalanceAt extends Query<wire.TrialBalanceAt> {
  constructor(readonly asked: z.infer<typeof wire.findTrialBalance>) {
    super();
  }
}

@QueryHandler(TrialBalanceAt)
export class TrialBalanceAtHandler implements IQueryHandler<TrialBalanceAt> {
  constructor(private readonly database: Database) {}

  async execute({ asked }: TrialBalanceAt): Promise<wire.TrialBalanceAt> {
    const sums = await kindsAt(this.database, asked);
    const currencies = [...new Set(sums.map(({ currency }) => currency))];
    return { ...asked, currencies: currencies.map((currency) => sectionOf(currency, sums)) };
  }
}

function sectionOf(currency: Currency, sums: readonly KindSum[]) {
  const own = sums.filter((sum) => sum.currency === currency);
  const debitOf = ({ balance }: KindSum) => (balance < 0n ? -balance : 0n);
  const creditOf = ({ balance }: KindSum) => (balance > 0n ? balance : 0n);
  const total = (side: (sum: KindSum) => bigint) => own.reduce((all, sum) => all + side(sum), 0n);
  return {
    currency,
    rows: own.map((sum) => ({
      kind: sum.kind,
      debit: money(debitOf(sum), currency),
      credit: money(creditOf(sum), currency),
    })),
    debit: money(total(debitOf), currency),
    credit: money(total(creditOf), currency),
    difference: money(total(creditOf) - total(debitOf), currency),
  };
}

/** What changed between two instants: of one account, or of every kind of account? */
export class DifferenceBetween extends Query<z.infer<typeof wire.difference>> {
  constructor(readonly asked: z.infer<typeof wire.findDifference>) {
    super();
  }
}

@QueryHandler(DifferenceBetween)
export class DifferenceBetweenHandler implements IQueryHandler<DifferenceBetween> {
  constructor(private readonly database: Database) {}

  async execute({ asked: { account, ...asked } }: DifferenceBetween) {
    const sums = (at: string) => this.sums({ at, axis: asked.axis }, account);
    const [before, after] = [await sums(asked.from), await sums(asked.to)];
    const rows = [...after].map(([name, { balance, currency }]) => {
      const was = before.get(name)?.balance ?? 0n;
      return {
        name,
        before: money(was, currency),
        after: money(balance, currency),
        change: money(balance - was, currency),
      };
    });
    return { ...asked, rows };
  }

  private async sums(at: { at: string; axis: 'recorded' | 'effective' }, account?: string) {
    if (account === undefined) {
      const kinds = await kindsAt(this.database, at);
      return new Map(kinds.map((sum) => [`${sum.kind} ${sum.currency}`, sum]));
    }
    const found = (await balanceAt(this.database, account, at)) ?? reject('audit.not_found');
    return new Map([[account, found]]);
  }
}
