import { id, line, money } from '@wire/primitives';
import type { EventsOf } from '@kernel/events';
import * as z from 'zod';

export const paymentEvents = {
  DepositInitiated: z
    .object({
      depositId: id,
      clientId: id,
      contractId: id,
      milestoneId: id,
      gateway: z.literal('razorpay'),
      gatewayOrderId: line(60),
      amount: money,
    })
    .describe('The client set out to pay; the gateway has an order for it.'),
  DepositAuthorized: z
    .object({ depositId: id, gatewayPaymentId: line(60), method: line(40) })
    .describe('The bank reserved the money; it is not ours to use yet.'),
  DepositCaptured: z
    .object({
      depositId: id,
      clientId: id,
      contractId: id,
      milestoneId: id,
      gatewayPaymentId: line(60),
      method: line(40),
      amount: money,
    })
    .describe('The gateway holds the money for us; it stands on the client’s wallet.'),
  DepositFailed: z
    .object({ depositId: id, gatewayPaymentId: line(60), code: line(100) })
    .describe('An attempt to pay failed. The order stays open for another.'),
  DepositRefundRequested: z
    .object({ depositId: id, clientId: id, refundId: id, amount: money, reason: z.string() })
    .describe('Money on the wallet is set aside to go back the way it came. The reason is sealed.'),
  DepositRefundCompleted: z
    .object({ depositId: id, clientId: id, refundId: id, gatewayRefundId: line(60), amount: money })
    .describe('The gateway sent the money back to the payer.'),
  DepositRefundFailed: z
    .object({ depositId: id, clientId: id, refundId: id, amount: money, code: line(100) })
    .describe('The gateway refused the refund; the money is on the wallet again.'),
};

export type PaymentEvent = EventsOf<typeof paymentEvents>;

/** Told on a stream of their own, `goodwill-<id>`: no deposit is behind them. */
export const goodwillEvents = {
  GoodwillGiven: z
    .object({ goodwillId: id, clientId: id, contractId: id, amount: money })
    .describe('The house gave a client something back for the sake of peace, and bears it.'),
};

export type GoodwillEvent = EventsOf<typeof goodwillEvents>;
