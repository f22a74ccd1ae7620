import type { PayoutState } from '@wire/payouts';
import type { Recorded, Sql } from '@eventstore/record';
import { Projection, type On } from '@kernel/consumers';
import { Wakeups } from '@kernel/wakeups';
import { Injectable } from '@nestjs/common';
import type { PayoutEvent } from '../domain/payouts.events';

/** Answers: where is my payout, and who looks at it? */
@Injectable()
@Projection('payout-rows')
export class PayoutRows {
  constructor(private readonly wakeups: Wakeups) {}

  readonly on: On<PayoutEvent> = {
    PayoutRequested: async ({ payoutId, providerId, bankAccountId, amount, flags }, event, sql) => {
      const { at } = event.metadata;
      await sql.query(
        `insert into payouts (id, provider_id, bank_account_id, amount, currency, state, flags, requested_at, steps)
          values ($1, $2, $3, $4, $5, 'awaiting_approval', $6, $7, $8)`,
        [
          payoutId,
          providerId,
          bankAccountId,
          amount.amountMinor,
          amount.currency,
          flags,
          at,
          JSON.stringify([{ state: 'awaiting_approval', at }]),
        ],
      );
    },
    PayoutPrepared: ({ payoutId, makerId, approvalId }, _, sql) =>
      prepared(sql, payoutId, makerId, approvalId ?? null),
    PayoutPreparationLapsed: ({ payoutId }, _, sql) => prepared(sql, payoutId, null, null),
    PayoutApproved: (data, event, sql) =>
      this.step(sql, event, 'approved', ', decided_by = $4', data.checkerId),
    PayoutRejected: (data, event, sql) =>
      this.step(sql, event, 'rejected', ', decided_by = $4', data.checkerId),
    PayoutSubmitted: (data, event, sql) =>
      this.step(sql, event, 'processing', ', gateway_payout_id = $4', data.gatewayPayoutId),
    PayoutOutcomeUnknown: (_, event, sql) => this.step(sql, event, 'unknown'),
    PayoutPaid: (data, event, sql) => this.step(sql, event, 'paid', ', utr = $4', data.utr),
    PayoutFailed: (data, event, sql) =>
      this.step(sql, event, 'failed', ', failure = $4', data.reason),
    PayoutReversed: (data, event, sql) =>
      this.step(sql, event, 'reversed', ', failure = $4', data.reason),
  };

  private async step(
    sql: Sql,
    { data, metadata }: Recorded<string, { payoutId: string; providerId: string }>,
    state: PayoutState,
    also = '',
    ...values: unknown[]
  ): Promise<void> {
    await sql.query(
      `update payouts set state = $2, steps = steps || $3::jsonb${also} where id = $1`,
      [data.payoutId, state, JSON.stringify([{ state, at: metadata.at }]), ...values],
    );
    this.wakeups.tell('changed', `account:${data.providerId}`);
  }
}

async function prepared(
  sql: Sql,
  payoutId: string,
  by: string | null,
  approvalId: string | null,
): Promise<void> {
  await sql.query('update payouts set prepared_by = $2, approval_id = $3 where id = $1', [
    payoutId,
    by,
    approvalId,
  ]);
}
