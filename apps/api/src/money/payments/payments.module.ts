import { Module } from '@nestjs/common';
import { TellDeposits } from './queries/what-is-kept';
import { RazorpayGateway } from './adapters/razorpay';
import { GatewayJobs } from './commands/gateway-jobs';
import { GiveGoodwillHandler, ProposeGoodwillHandler } from './commands/give-goodwill';
import { ObservePaymentHandler } from './commands/observe-payment';
import { OpenDepositHandler } from './commands/open-deposit';
import { ReceiveWebhookHandler } from './commands/receive-webhook';
import { RefundDepositHandler } from './commands/refund-deposit';
import { RefundForClientHandler, StartRefundHandler } from './commands/refund-for-client';
import { ReturnFromCheckoutHandler } from './commands/return-from-checkout';
import { SettleRefundHandler } from './commands/settle-refund';
import { AskWhenDue, WatchDepositHandler } from './commands/watch-deposit';
import { GatewayController } from './gateway.controller';
import { PaymentsController } from './payments.controller';
import { RefundWhenApprovalGranted } from './policies/refund-when-approval-granted';
import { DepositRows } from './projections/deposit-rows';
import { DepositOfOrderHandler } from './queries/deposit-of-order';
import { ContractDepositsHandler, DepositByIdHandler, DepositsOfHandler } from './queries/deposits';
import { RefundsController } from './refunds.controller';

const commands = [
  OpenDepositHandler,
  ObservePaymentHandler,
  ReceiveWebhookHandler,
  ReturnFromCheckoutHandler,
  RefundDepositHandler,
  RefundForClientHandler,
  StartRefundHandler,
  ProposeGoodwillHandler,
  GiveGoodwillHandler,
  SettleRefundHandler,
  WatchDepositHandler,
  AskWhenDue,
  GatewayJobs,
];
const queries = [
  DepositsOfHandler,
  DepositByIdHandler,
  ContractDepositsHandler,
  DepositOfOrderHandler,
];

@Module({
  controllers: [PaymentsController, GatewayController, RefundsController],
  providers: [
    TellDeposits,
    RazorpayGateway,
    ...commands,
    ...queries,
    RefundWhenApprovalGranted,
    DepositRows,
  ],
})
export class PaymentsModule {}
