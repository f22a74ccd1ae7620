import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { RequestContext } from '@kernel/context';
import { Streams } from '@kernel/streams';
import type { Money } from '@money';
import { PriceOfFunding } from '../money/escrow';
import { deposit, observe } from '../money/payments/domain/deposit';
import { booked } from '../money/payments/domain/journals';
import type { PaymentEvent } from '../money/payments/domain/payments.events';
import { AddBankAccount, ObserveBankAccount } from '../money/payouts/commands/add-bank-account';
import { ObservePayout } from '../money/payouts/commands/observe-payout';
import { RequestPayout } from '../money/payouts/commands/request-payout';
import { BankAccounts } from '../money/payouts/adapters/bank-accounts';
import { StepUp } from '../people/accounts';
import { orderOf, paymentOf } from './gateway-past';

/** Plays the gateway and the bank for the past: the decisions are the real ones, the words are made up. */
@Injectable()
export class Cashier {
  constructor(
    private readonly streams: Streams,
    private readonly queries: QueryBus,
    private readonly commands: CommandBus,
    private readonly bankAccounts: BankAccounts,
    private readonly stepUp: StepUp,
    private readonly context: RequestContext,
  ) {}

  /** The client pays for a milestone; escrow takes the money when the feed carries it there. */
  async pay(clientId: string, contractId: string, milestoneId: string): Promise<void> {
    const { total } = await this.queries.execute(
      new PriceOfFunding(contractId, milestoneId, clientId),
    );
    const depositId = randomUUIDv7();
    const gatewayOrderId = orderOf(depositId);
    const wish = { depositId, clientId, contractId, milestoneId, gatewayOrderId, amount: total };
    const opened: PaymentEvent = {
      type: 'DepositInitiated',
      data: { ...wish, gateway: 'razorpay' },
    };
    await this.streams.decide(deposit, depositId, () => ({ facts: [opened] }));
    const payment = {
      id: paymentOf(depositId),
      status: 'captured',
      amount: total,
    } as const;
    await this.streams.decide(deposit, depositId, (state) => {
      const facts = observe(state, { ...payment, method: 'card', code: '' });
      const [first] = facts.map(booked);
      return { facts, ...first };
    });
  }

  /** Registers a bank account with the bank partner; the penny drop is taken as done. */
  async bank(providerId: string, holder: string, number: string): Promise<string> {
    this.look('bank', providerId);
    const { id } = await this.commands.execute(
      new AddBankAccount({ holder, ifsc: 'HDFC0000053', number }),
    );
    const [row] = await this.bankAccounts.of(providerId);
    if (row?.validationId)
      await this.commands.execute(new ObserveBankAccount(row.validationId, true));
    return id;
  }

  /** Asks for a payout; `paid` says what the bank answered, null leaves it to the people of finance. */
  async payOut(amount: Money, bankAccountId: string, paid: boolean | null): Promise<string> {
    const key = randomUUIDv7();
    this.look('payout', this.context.actor.id);
    const { id } = await this.commands.execute(new RequestPayout({ amount, bankAccountId }, key));
    if (paid === null) return id;
    const gatewayPayoutId = `pout_${id.slice(-14)}`;
    const status = paid ? 'processed' : 'failed';
    const failure = paid ? '' : 'beneficiary bank is offline';
    const utr = paid ? `HDFCN${id.slice(-12)}` : '';
    await this.commands.execute(new ObservePayout(id, { gatewayPayoutId, status, utr, failure }));
    return id;
  }

  /** People of the history looked twice, as everybody has to. */
  private look(purpose: 'bank' | 'payout', accountId: string): void {
    const { token: stepUp } = this.stepUp.issue(accountId, purpose);
    this.context.become({ actor: this.context.actor, stepUp });
  }
}
