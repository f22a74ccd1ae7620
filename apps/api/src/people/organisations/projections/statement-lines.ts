import { Projection, type On } from '@kernel/consumers';
import type { Recorded, Sql } from '@eventstore/record';
import type { Money } from '@money';
import { Injectable } from '@nestjs/common';
import { contractOf, type EscrowEvent } from '../../../money/escrow';

interface Moved {
  readonly kind: 'funded' | 'released' | 'refunded';
  readonly amount: Money;
  readonly fee: bigint;
  readonly tax: bigint;
}

/** Answers: what moved for the contracts of an organisation, in which month? */
@Injectable()
@Projection('org-statement')
export class StatementLines {
  readonly on: On<EscrowEvent> = {
    EscrowFunded: ({ amount, fee, tax }, event, sql) =>
      note(sql, event, { kind: 'funded', amount, ...paid(fee, tax) }),
    // The fee of a release is the provider's.
    EscrowReleased: ({ gross }, event, sql) =>
      note(sql, event, { kind: 'released', amount: gross, fee: 0n, tax: 0n }),
    EscrowRefunded: ({ amount, fee, tax }, event, sql) =>
      note(sql, event, { kind: 'refunded', amount, ...paid(fee, tax) }),
  };
}

const paid = (fee: Money, tax: Money) => ({
  fee: BigInt(fee.amountMinor),
  tax: BigInt(tax.amountMinor),
});

async function note(sql: Sql, event: Recorded, { kind, amount, fee, tax }: Moved): Promise<void> {
  await sql.query(
    `insert into org_statement_lines (event_id, organisation_id, contract_id, kind, at, amount, fee,
        tax, currency)
      select $1, h.organisation_id, h.contract_id, $3, $4, $5, $6, $7, $8 from org_hires h
        where h.contract_id = $2`,
    [
      ...[event.id, contractOf(event.stream), kind, event.metadata.at],
      ...[amount.amountMinor, String(fee), String(tax), amount.currency],
    ],
  );
}
