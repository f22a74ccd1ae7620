import { Module } from '@nestjs/common';
import { ForgetBankAccounts } from './commands/forget-person';
import { BankAccounts } from './adapters/bank-accounts';
import { RazorpayX } from './adapters/razorpayx';
import { AdminPayoutsController } from './admin-payouts.controller';
import { AddBankAccountHandler, ObserveBankAccountHandler } from './commands/add-bank-account';
import { DecidePayoutHandler } from './commands/decide-payout';
import { ObservePayoutHandler } from './commands/observe-payout';
import { RequestPayoutHandler } from './commands/request-payout';
import { SubmitPayout } from './commands/submit-payout';
import { PayoutsController } from './payouts.controller';
import { SubmitWhenApproved } from './policies/submit-when-approved';
import { PayoutRows } from './projections/payout-rows';
import { HasVerifiedBankHandler } from './queries/has-verified-bank';
import { MyBankAccountsHandler } from './queries/bank-accounts';
import { AllPayoutsHandler, MyPayoutsHandler, PayoutByIdHandler } from './queries/payouts';

const commands = [
  AddBankAccountHandler,
  ObserveBankAccountHandler,
  RequestPayoutHandler,
  DecidePayoutHandler,
  ObservePayoutHandler,
  SubmitPayout,
];
const queries = [
  HasVerifiedBankHandler,
  MyBankAccountsHandler,
  MyPayoutsHandler,
  PayoutByIdHandler,
  AllPayoutsHandler,
];

@Module({
  controllers: [PayoutsController, AdminPayoutsController],
  providers: [
    ForgetBankAccounts,
    RazorpayX,
    BankAccounts,
    ...commands,
    ...queries,
    SubmitWhenApproved,
    PayoutRows,
  ],
})
export class PayoutsModule {}
