import { Module } from '@nestjs/common';
import { TellPayouts } from './queries/what-is-kept';
import { ForgetBankAccounts } from './commands/forget-person';
import { BankAccounts } from './adapters/bank-accounts';
import { RazorpayX } from './adapters/razorpayx';
import { AdminPayoutsController } from './admin-payouts.controller';
import { AddBankAccountHandler, ObserveBankAccountHandler } from './commands/add-bank-account';
import { ApprovePayoutHandler } from './commands/approve-payout';
import { HearOfApprovalHandler } from './commands/hear-of-approval';
import { ObservePayoutHandler } from './commands/observe-payout';
import { PreparePayoutHandler } from './commands/prepare-payout';
import { RequestPayoutHandler } from './commands/request-payout';
import { SubmitPayout } from './commands/submit-payout';
import { PayoutsController } from './payouts.controller';
import { SendWhenApprovalGranted } from './policies/send-when-approval-granted';
import { SubmitWhenApproved } from './policies/submit-when-approved';
import { PayoutRows } from './projections/payout-rows';
import { HasVerifiedBankHandler } from './queries/has-verified-bank';
import { MyBankAccountsHandler } from './queries/bank-accounts';
import { SameBanksHandler } from './queries/same-banks';
import { AllPayoutsHandler, MyPayoutsHandler, PayoutByIdHandler } from './queries/payouts';

const commands = [
  AddBankAccountHandler,
  ObserveBankAccountHandler,
  RequestPayoutHandler,
  PreparePayoutHandler,
  ApprovePayoutHandler,
  HearOfApprovalHandler,
  ObservePayoutHandler,
  SubmitPayout,
];
const queries = [
  HasVerifiedBankHandler,
  MyBankAccountsHandler,
  MyPayoutsHandler,
  PayoutByIdHandler,
  AllPayoutsHandler,
  SameBanksHandler,
];

@Module({
  controllers: [PayoutsController, AdminPayoutsController],
  providers: [
    TellPayouts,
    ForgetBankAccounts,
    RazorpayX,
    BankAccounts,
    ...commands,
    ...queries,
    SendWhenApprovalGranted,
    SubmitWhenApproved,
    PayoutRows,
  ],
})
export class PayoutsModule {}
