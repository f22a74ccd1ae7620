import type { Recorded, Sql } from '@eventstore/record';
import { Projection, type On } from '@kernel/consumers';
import type { LineKind } from '@wire/reconciliation';
import { Injectable } from '@nestjs/common';
import type { ChargebackEvent } from '../../chargebacks';
import type { PaymentEvent } from '../../payments';
import type { PayoutEvent } from '../../payouts';
import { dayOf } from '@kernel/business-days';

const accounts = { razorpay: 'gateway:razorpay', razorpayx: 'bank:razorpayx' } as const;

/** Answers: what does the ledger say that partners outside should say too, under which name? */
@Injectable()
@Projection('recon-bookings')
export class Bookings {
  readonly on: On<PaymentEvent | PayoutEvent | ChargebackEvent> = {
    DepositCaptured: ({ gatewayPaymentId }, event, sql) =>
      book(sql, event, 'razorpay', 'payment', gatewayPaymentId),
    DepositRefundCompleted: ({ gatewayRefundId }, event, sql) =>
      book(sql, event, 'razorpay', 'refund', gatewayRefundId),
    ChargebackReceived: ({ gatewayDisputeId }, { stream }, sql) =>
      call(sql, stream, gatewayDisputeId),
    ChargebackFundsTaken: (_, event, sql) => bookNamed(sql, event, 'razorpay', 'chargeback'),
    ChargebackFundsRestored: (_, event, sql) =>
      bookNamed(sql, event, 'razorpay', 'chargeback_returned'),
    PayoutSubmitted: ({ gatewayPayoutId }, { stream }, sql) => call(sql, stream, gatewayPayoutId),
    PayoutPaid: (_, event, sql) => bookNamed(sql, event, 'razorpayx', 'payout'),
    PayoutReversed: (_, event, sql) => bookNamed(sql, event, 'razorpayx', 'payout_returned'),
  };
}

async function call(sql: Sql, subject: string, reference: string): Promise<void> {
  await sql.query(
    `insert into recon_references (subject, reference) values ($1, $2)
      on conflict (subject) do update set reference = excluded.reference`,
    [subject, reference],
  );
}

async function bookNamed(
  sql: Sql,
  event: Recorded,
  gateway: keyof typeof accounts,
  kind: LineKind,
): Promise<void> {
  const [row] = await sql.query<{ reference: string }>(
    'select reference from recon_references where subject = $1',
    [event.stream],
  );
  await book(sql, event, gateway, kind, row?.reference ?? event.stream);
}

/** The amount is the ledger's own; from where the house stands, what the gateway holds is positive. */
async function book(
  sql: Sql,
  { id, metadata }: Recorded,
  gateway: keyof typeof accounts,
  kind: LineKind,
  reference: string,
): Promise<void> {
  await sql.query(
    `insert into recon_bookings (journal, gateway, kind, reference, currency, amount, day, at)
      select e.journal, $2, $3, $4, e.currency, -sum(e.amount), $5, $6 from ledger.entries e
        where e.journal = $1 and e.account = $7 || ':' || e.currency
        group by e.journal, e.currency`,
    [id, gateway, kind, reference, dayOf(new Date(metadata.at)), metadata.at, accounts[gateway]],
  );
}
