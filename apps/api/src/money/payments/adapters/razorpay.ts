import { money, type Money } from '@money';
import { currency } from '@wire/primitives';
import { isSame } from '@kernel/is-same';
import { reject } from '@kernel/reject';
import { Inject, Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import Razorpay from 'razorpay';
import * as z from 'zod';
import { CONFIG, type Config } from '../../../config';
import type { GatewayPayment } from '../domain/deposit';

const timeoutMs = 8_000;

/** What the SDK leaves out of its types: the HTTP client underneath. */
interface Transport {
  readonly api: {
    readonly rq: {
      readonly defaults: { baseURL: string; timeout: number };
      readonly interceptors: { readonly request: { use(change: typeof keyed): void } };
    };
  };
}

interface Sent {
  readonly url?: string;
  readonly data?: unknown;
  readonly headers: { set(name: string, value: string): void };
}

/** The SDK asks for every kind of document; the gateway does not. */
type Contest = Parameters<Razorpay['disputes']['contest']>[1];

export const paymentEntity = z.object({
  id: z.string(),
  order_id: z.string(),
  amount: z.number().int(),
  currency,
  status: z.enum(['created', 'authorized', 'captured', 'refunded', 'failed']),
  method: z.string().nullish(),
  error_code: z.string().nullish(),
  error_reason: z.string().nullish(),
});
export type PaymentEntity = z.infer<typeof paymentEntity>;

/** The gateway will not send this money back, and why. */
export class RefundRefused extends Error {
  override readonly name = 'RefundRefused';
}

/** The gateway's entity in our words; amounts become minor units with their currency. */
export function asPayment(entity: PaymentEntity): GatewayPayment {
  return {
    id: entity.id,
    status: entity.status,
    amount: money(entity.amount, entity.currency),
    method: entity.method ?? 'unknown',
    code: entity.error_reason ?? entity.error_code ?? 'failed',
  };
}

/**
 * Razorpay through its SDK, plus what the SDK lacks: time-outs, a constant-time signature check, and
 * network failures that are told apart from refusals.
 */
@Injectable()
export class RazorpayGateway {
  private readonly sdk: Razorpay;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.sdk = new Razorpay({
      key_id: config.RAZORPAY_KEY_ID,
      key_secret: config.RAZORPAY_KEY_SECRET,
    });
    const { defaults, interceptors } = (this.sdk as unknown as Transport).api.rq;
    defaults.baseURL = config.RAZORPAY_URL;
    defaults.timeout = timeoutMs;
    interceptors.request.use(keyed);
  }

  /** Opens an order; `receipt` is the deposit's id, so that an order always leads back to it. */
  async openOrder(
    depositId: string,
    amount: Money,
    notes: Record<string, string>,
  ): Promise<string> {
    const order = await this.ask(() =>
      this.sdk.orders.create({
        amount: Number(amount.amountMinor),
        currency: amount.currency,
        receipt: depositId,
        payment_capture: true,
        notes,
      }),
    );
    return order.id;
  }

  /** The deposit that an order was opened for. */
  async depositOf(orderId: string): Promise<string> {
    const { receipt } = await this.ask(() => this.sdk.orders.fetch(orderId));
    return receipt ?? reject('payments.not_found');
  }

  async paymentsOf(orderId: string): Promise<GatewayPayment[]> {
    const { items } = await this.ask(() => this.sdk.orders.fetchPayments(orderId));
    return z.array(paymentEntity).parse(items).map(asPayment);
  }

  /** Sends money back; the outcome comes by webhook. Throws RefundRefused when the gateway says no. */
  async refund(
    paymentId: string,
    amount: Money,
    notes: { depositId: string; refundId: string },
  ): Promise<void> {
    const wish = { amount: Number(amount.amountMinor), receipt: notes.refundId, notes };
    await this.ask(() => this.sdk.payments.refund(paymentId, wish)).catch((error: unknown) => {
      const refusal = (error as { error?: { description?: string } }).error;
      throw refusal ? new RefundRefused(refusal.description ?? 'refused') : error;
    });
  }

  /** True when the gateway knows this refund already. */
  async findRefund(paymentId: string, refundId: string): Promise<boolean> {
    const { items } = await this.ask(() => this.sdk.payments.fetchMultipleRefund(paymentId));
    return items.some(({ receipt }) => receipt === refundId);
  }

  /** Answers a chargeback; one that is not open any more was answered or decided already. */
  async contest(disputeId: string, amountMinor: string, summary: string): Promise<void> {
    const { status } = await this.ask(() => this.sdk.disputes.fetch(disputeId));
    if (status !== 'open') return;
    const answer = { amount: Number(amountMinor), summary, action: 'submit' };
    await this.ask(() => this.sdk.disputes.contest(disputeId, answer as Contest));
  }

  /** The hosted checkout: the browser posts these fields to that address. */
  checkout(
    orderId: string,
    amount: Money,
    texts: { name: string; description: string },
    back: string,
  ) {
    const { RAZORPAY_URL, RAZORPAY_KEY_ID, PUBLIC_URL } = this.config;
    const fields: Record<string, string> = {
      key_id: RAZORPAY_KEY_ID,
      order_id: orderId,
      amount: amount.amountMinor,
      currency: amount.currency,
      name: texts.name,
      description: texts.description,
      callback_url: `${PUBLIC_URL}/api/payments/razorpay/return`,
      cancel_url: `${PUBLIC_URL}${back}`,
    };
    return { url: `${RAZORPAY_URL}/v1/checkout/embedded`, fields };
  }

  /** True when the webhook's bytes were signed with our secret. Constant time. */
  isSigned(body: Buffer, signature: string): boolean {
    return matches(this.config.RAZORPAY_WEBHOOK_SECRET, body, signature);
  }

  /** True when the browser comes back from a checkout that the gateway vouches for. */
  isReturned(orderId: string, paymentId: string, signature: string): boolean {
    return matches(this.config.RAZORPAY_KEY_SECRET, `${orderId}|${paymentId}`, signature);
  }

  private async ask<Answer>(call: () => Promise<Answer>): Promise<Answer> {
    try {
      return await call();
    } catch (error) {
      // The SDK reads `response.status` of errors that have no response: that is the network.
      if (error instanceof TypeError) return reject('server.gateway_gone');
      const { statusCode } = error as { statusCode?: number };
      // 409: the same request is under way there; later it has an answer.
      if (statusCode === 409 || (statusCode ?? 0) >= 500) return reject('server.gateway_gone');
      throw error;
    }
  }
}

function matches(secret: string, body: Buffer | string, signature: string): boolean {
  const expected = createHmac('sha256', secret).update(body).digest();
  return isSame(Buffer.from(signature, 'hex'), expected);
}

/** The SDK has no place for the key of a refund: its receipt, which is our refund's id, is the key. */
function keyed<Request extends Sent>(request: Request): Request {
  const { receipt } = (request.data ?? {}) as { receipt?: unknown };
  if (request.url?.endsWith('/refund') && typeof receipt === 'string')
    request.headers.set('X-Refund-Idempotency', receipt);
  return request;
}
