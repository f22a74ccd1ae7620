import type { AddBankAccount as Input } from '@wire/payouts';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Leaving } from '@kernel/leaving';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { StepUp } from '../../../people/accounts';
import { BankAccounts } from '../adapters/bank-accounts';
import { explain, RazorpayX } from '../adapters/razorpayx';
import { restsUntil } from '../domain/payout';

/** A provider names a bank account; one rupee is sent there to see whether it exists. */
export class AddBankAccount extends Command<{ id: string }> {
  constructor(readonly input: Input) {
    super();
  }
}

@CommandHandler(AddBankAccount)
export class AddBankAccountHandler implements ICommandHandler<AddBankAccount> {
  constructor(
    private readonly partner: RazorpayX,
    private readonly bankAccounts: BankAccounts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly facts: Facts,
    private readonly stepUp: StepUp,
    private readonly leaving: Leaving,
  ) {}

  async execute({ input }: AddBankAccount): Promise<{ id: string }> {
    this.stepUp.require('bank');
    const { id: providerId } = this.context.actor;
    await this.leaving.ask({ kind: 'bank_account', accountId: providerId, holder: input.holder });
    const tokens = await this.partner.register(providerId, input).catch(explain);
    const id = randomUUIDv7();
    const { holder, ifsc, number } = input;
    const last4 = number.slice(-4);
    const createdAt = this.clock.now();
    await this.facts.commit(async (_, sql) => {
      const isChange = await this.bankAccounts.hasProved(sql, providerId);
      await this.bankAccounts.add(sql, {
        ...{ id, providerId, holder, ifsc, number, last4, createdAt },
        ...tokens,
      });
      const rest = restsUntil({ createdAt, isChange })?.toISOString() ?? null;
      const fact = { providerId, bankAccountId: id, last4, restsUntil: rest };
      return { told: [about('bank', id, 'BankAccountAdded', fact)] };
    });
    return { id };
  }
}

/** The penny drop came back. */
export class ObserveBankAccount extends Command<void> {
  constructor(
    readonly validationId: string,
    readonly active: boolean,
  ) {
    super();
  }
}

@CommandHandler(ObserveBankAccount)
export class ObserveBankAccountHandler implements ICommandHandler<ObserveBankAccount> {
  constructor(private readonly bankAccounts: BankAccounts) {}

  /** An unknown one is refused, so that the partner says it again when the row is there. */
  async execute({ validationId, active }: ObserveBankAccount): Promise<void> {
    if (!(await this.bankAccounts.settle(validationId, active))) reject('payouts.bank_not_found');
  }
}
