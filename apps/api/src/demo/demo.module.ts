import { Module } from '@nestjs/common';
import { BankAccounts } from '../money/payouts/adapters/bank-accounts';
import { Cashier } from './cashier';
import { Demo } from './demo';
import { Desk } from './desk';
import { GatewayPast } from './gateway-past';
import { Hiring } from './hiring';
import { Partners } from './partners';
import { Partnership } from './partnership';
import { Quarrels } from './quarrels';

@Module({
  providers: [
    BankAccounts,
    Cashier,
    GatewayPast,
    Hiring,
    Quarrels,
    Desk,
    Partners,
    Partnership,
    Demo,
  ],
})
export class DemoModule {}
