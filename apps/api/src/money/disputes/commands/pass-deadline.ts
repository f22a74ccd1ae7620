import { OnDue } from '@kernel/timers';
import { Injectable } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { executed, passTime, remind } from '../domain/deadlines';
import { Cases } from './cases';

/** The kinds of deadlines of disputes: a step that ends by itself, and a word before it does. */
export const deadlineKind = 'dispute-deadline';
export const reminderKind = 'dispute-reminder';

/** A deadline passed: what was announced for it happens. Nothing when the case went on meanwhile. */
@Injectable()
@OnDue(deadlineKind)
export class PassDeadline {
  constructor(private readonly cases: Cases) {}

  async due(key: string): Promise<void> {
    const [disputeId = ''] = key.split(':');
    await this.cases.decide(disputeId, (state, { now }) => passTime(state, now));
  }
}

/** A deadline comes near: whoever has to act is told, if nothing was done yet. */
@Injectable()
@OnDue(reminderKind)
export class RemindSide {
  constructor(private readonly cases: Cases) {}

  async due(key: string): Promise<void> {
    const [disputeId = '', step = '', side = '', days = ''] = key.split(':');
    const wish = {
      step: step === 'appeal' ? ('appeal' as const) : ('answer' as const),
      party: side === 'client' ? ('client' as const) : ('provider' as const),
      daysLeft: Number(days),
    };
    await this.cases.decide(disputeId, (state) => remind(state, wish));
  }
}

type Sums = Parameters<typeof executed>[1];

/** Escrow moved the money: the dispute is over. */
export class MarkExecuted extends Command<void> {
  constructor(
    readonly disputeId: string,
    readonly sums: Sums,
  ) {
    super();
  }
}

@CommandHandler(MarkExecuted)
export class MarkExecutedHandler implements ICommandHandler<MarkExecuted> {
  constructor(private readonly cases: Cases) {}

  async execute({ disputeId, sums }: MarkExecuted): Promise<void> {
    await this.cases.decide(disputeId, (state) => executed(state, sums));
  }
}
