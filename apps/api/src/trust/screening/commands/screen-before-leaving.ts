import { BeforeLeaving, type LeavingStep } from '@kernel/leaving';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ScreenAccount } from './screen-account';

/** Before money leaves, not after: a strong likeness restricts the wallet, and that stops the payout. */
@Injectable()
@BeforeLeaving()
export class ScreenBeforeLeaving {
  constructor(private readonly commands: CommandBus) {}

  async mayLeave(step: LeavingStep): Promise<void> {
    const names = step.kind === 'bank_account' ? [step.holder] : [];
    await this.commands.execute(new ScreenAccount(step.accountId, step.kind, names));
  }
}
