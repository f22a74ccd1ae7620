import { minor, type Money } from '@money';
import type { Sql } from '@eventstore/record';
import { Projection, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import type { ChargebackEvent } from '../../chargebacks';
import { contractOf, type EscrowEvent } from '../../escrow';
import type { JournalEvent } from '../../journals';

type Leg = Extract<JournalEvent, { type: 'JournalPosted' }>['data']['legs'][number];

/** Answers: what do the control accounts have to hold, going by the facts and not by the ledger? */
@Injectable()
@Projection('control-parts')
export class ControlParts {
  readonly tables = ['recon_open_escrows', 'recon_takings'];

  readonly on: On<EscrowEvent | ChargebackEvent | JournalEvent> = {
    EscrowFunded: async ({ amount, fee, tax }, event, sql) => {
      await hold(sql, contractOf(event.stream), amount, 1n);
      await earn(sql, fee, tax, 1n);
    },
    EscrowReleased: async ({ gross, fee, tax }, event, sql) => {
      await hold(sql, contractOf(event.stream), gross, -1n);
      await earn(sql, fee, tax, 1n);
    },
    EscrowRefunded: async ({ amount, fee, tax }, event, sql) => {
      await hold(sql, contractOf(event.stream), amount, -1n);
      await earn(sql, fee, tax, -1n);
    },
    ChargebackFundsTaken: ({ contractId, parts }, _, sql) =>
      hold(sql, contractId, parts.escrow, -1n),
    // What a milestone cannot take back any more goes to a wallet; the journal says which it was.
    ChargebackFundsRestored: async ({ contractId, parts }, { id }, sql) => {
      const [back] = await sql.query(
        'select from ledger.entries where journal = $1 and account = $2',
        [id, `escrow:${contractId}:${parts.escrow.currency}`],
      );
      if (back) await hold(sql, contractId, parts.escrow, 1n);
    },
    JournalPosted: ({ legs }, _, sql) => byHand(sql, legs),
    JournalReversed: ({ legs }, _, sql) => byHand(sql, legs),
  };
}

async function hold(sql: Sql, contractId: string, amount: Money, sign: bigint): Promise<void> {
  await sql.query(
    `insert into recon_open_escrows as e (contract_id, currency, amount) values ($1, $2, $3)
      on conflict (contract_id, currency) do update set amount = e.amount + excluded.amount`,
    [contractId, amount.currency, (minor(amount) * sign).toString()],
  );
}

async function earn(sql: Sql, fee: Money, tax: Money, sign: bigint): Promise<void> {
  await add(sql, 'fees', fee, sign);
  await add(sql, 'tax', tax, sign);
}

async function byHand(sql: Sql, legs: readonly Leg[]): Promise<void> {
  for (const { account, amount } of legs)
    if (account === 'fees' || account === 'tax') await add(sql, account, amount, 1n);
}

async function add(sql: Sql, kind: 'fees' | 'tax', amount: Money, sign: bigint): Promise<void> {
  await sql.query(
    `insert into recon_takings as t (kind, currency, amount) values ($1, $2, $3)
      on conflict (kind, currency) do update set amount = t.amount + excluded.amount`,
    [kind, amount.currency, (minor(amount) * sign).toString()],
  );
}
