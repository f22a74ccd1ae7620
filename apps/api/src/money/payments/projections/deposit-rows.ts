import { Projection, type On } from '@kernel/consumers';
import { Wakeups } from '@kernel/wakeups';
import type { Sql } from '@eventstore/record';
import { Injectable } from '@nestjs/common';
import type { PaymentEvent } from '../domain/payments.events';

/** Answers: what became of my payment? */
@Injectable()
@Projection('deposit-rows')
export class DepositRows {
  constructor(private readonly wakeups: Wakeups) {}

  readonly on: On<PaymentEvent> = {
    DepositInitiated: async (data, { metadata }, sql) => {
      const { depositId, clientId, contractId, milestoneId, gatewayOrderId, amount } = data;
      await sql.query(
        `insert into deposits (id, client_id, contract_id, milestone_id, gateway_order_id, state,
          amount, currency, created_at) values ($1, $2, $3, $4, $5, 'created', $6, $7, $8)`,
        [
          depositId,
          clientId,
          contractId,
          milestoneId,
          gatewayOrderId,
          amount.amountMinor,
          amount.currency,
          metadata.at,
        ],
      );
    },
    DepositAuthorized: ({ depositId, method }, _, sql) =>
      this.change(sql, depositId, `state = 'authorized', method = $2, failure = null`, method),
    DepositCaptured: ({ depositId, method }, { metadata }, sql) =>
      this.change(
        sql,
        depositId,
        `state = 'captured', method = $2, failure = null, captured_at = $3`,
        method,
        metadata.at,
      ),
    DepositFailed: ({ depositId, code }, _, sql) =>
      this.change(sql, depositId, `state = 'failed', failure = $2`, code),
    DepositRefundCompleted: ({ depositId, amount }, _, sql) =>
      this.change(
        sql,
        depositId,
        `refunded = refunded + $2::bigint,
          state = case when refunded + $2::bigint = amount then 'refunded' else 'partially_refunded' end`,
        amount.amountMinor,
      ),
  };

  private async change(sql: Sql, id: string, set: string, ...values: unknown[]): Promise<void> {
    const rows = await sql.query<{ contract_id: string }>(
      `update deposits set ${set} where id = $1 returning contract_id`,
      [id, ...values],
    );
    for (const { contract_id } of rows) this.wakeups.tell('changed', `contract:${contract_id}`);
  }
}
