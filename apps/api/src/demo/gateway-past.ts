import { Database } from '@kernel/database';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config';

interface Row {
  readonly id: string;
  readonly amount: number;
  readonly currency: string;
  readonly at: number;
}
interface Taken extends Row {
  readonly deposit: string;
  readonly phase: string;
  readonly state: string;
  readonly reason: string;
  readonly respond_by: number;
}

/** As the gateway of the demo names them. */
export const orderOf = (depositId: string): string => `order_${depositId.slice(-14)}`;
export const paymentOf = (depositId: string): string => `pay_${depositId.slice(-14)}`;

const standings = new Set(['under_review', 'won', 'lost', 'closed']);

/** Tells the sandbox's gateway what happened, so that a refund or an answer to a bank finds it there. */
@Injectable()
export class GatewayPast {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async tell(): Promise<void> {
    const payments = await this.database.query<Row>(
      `select id, amount::float8 as amount, currency, extract(epoch from captured_at)::int as at
        from deposits where captured_at is not null order by captured_at`,
    );
    const disputes = await this.database.query<Taken>(
      `select gateway_dispute_id as id, deposit_id as deposit, amount::float8 as amount, currency,
          phase, state, reason_code as reason, extract(epoch from received_at)::int as at,
          extract(epoch from coalesce(respond_by, received_at))::int as respond_by
        from chargebacks`,
    );
    const response = await fetch(new URL('/api/history', this.config.RAZORPAY_URL), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        payments: payments.map(({ id, ...one }) => ({
          ...one,
          ...{ id: paymentOf(id), orderId: orderOf(id) },
        })),
        disputes: disputes.map(({ deposit, state, reason, respond_by: respondBy, ...one }) => ({
          ...one,
          ...{ paymentId: paymentOf(deposit), reasonCode: reason, respondBy },
          status: standings.has(state) ? state : 'open',
        })),
      }),
    });
    if (!response.ok) throw new Error(`the sandbox took no past: ${await response.text()}`);
  }
}
