import { money, type Currency } from '@money';
import type * as wire from '@wire/wallet';
import { findRaw } from '@eventstore/postgres';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type * as z from 'zod';
import { entriesSql, toRow, type StatementEntry } from './statement';

/** Which event made this row, and where does it stand in the record? */
export class EntryProof extends Query<z.infer<typeof wire.entryProof>> {
  constructor(readonly entryId: string) {
    super();
  }
}

@QueryHandler(EntryProof)
export class EntryProofHandler implements IQueryHandler<EntryProof> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute({ entryId }: EntryProof) {
    const [entry] = await this.database.query<StatementEntry>(`${entriesSql} and e.id = $2`, [
      this.context.actor.id,
      entryId,
    ]);
    if (!entry) return reject('ledger.not_found');
    const legs = await this.database.query<{ account: string; amount: string; currency: Currency }>(
      'select account, amount, currency from ledger.entries where journal = $1 order by id',
      [entry.journal],
    );
    const event = (await findRaw(this.database, entry.journal)) ?? reject('ledger.not_found');
    return {
      entry: toRow(entry),
      journalId: entry.journal,
      legs: legs.map((leg) => ({
        account: leg.account,
        amount: money(BigInt(leg.amount), leg.currency),
      })),
      event,
    };
  }
}
