import type { Sql } from '@eventstore/record';
import { Projection, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { contractOf, type EscrowEvent } from '../domain/escrow.events';

/** Answers: how long may the gateway still hold what is in escrow? */
@Injectable()
@Projection('gateway-money')
export class GatewayMoney {
  readonly tables = ['gateway_money'];

  readonly on: On<EscrowEvent> = {
    EscrowFunded: async ({ milestoneId, amount }, { stream, metadata }, sql) => {
      await sql.query(
        `insert into gateway_money (contract_id, milestone_id, gateway, amount, currency, funded_at,
            max_hold_until, policy_version)
          select $1, $2, gateway, $3, $4, $5::timestamptz, $5::timestamptz + make_interval(days => max_days), version
            from gateway_limits where gateway = 'razorpay' order by version desc limit 1`,
        [contractOf(stream), milestoneId, amount.amountMinor, amount.currency, metadata.at],
      );
    },
    EscrowReleased: ({ milestoneId }, { stream }, sql) => gone(sql, stream, milestoneId),
    EscrowRefunded: ({ milestoneId }, { stream }, sql) => gone(sql, stream, milestoneId),
    EscrowUnfrozenByChargeback: async ({ milestoneId, left }, { stream }, sql) => {
      if (left.amountMinor === '0') return gone(sql, stream, milestoneId);
      await sql.query(
        'update gateway_money set amount = $3 where contract_id = $1 and milestone_id = $2',
        [contractOf(stream), milestoneId, left.amountMinor],
      );
    },
  };
}

async function gone(sql: Sql, stream: string, milestoneId: string): Promise<void> {
  await sql.query('delete from gateway_money where contract_id = $1 and milestone_id = $2', [
    contractOf(stream),
    milestoneId,
  ]);
}
