import { minor } from '@money';
import { stepUpLimitMinor, type ReleaseMilestone as Input } from '@wire/escrow';
import { RequestContext } from '@kernel/context';
import { Streams } from '@kernel/streams';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { StepUp } from '../../../people/accounts';
import { moneyOf } from '../domain/booking';
import { escrow } from '../domain/escrow';
import type { EscrowEvent } from '../domain/escrow.events';
import { release } from '../domain/release';

export interface Released {
  readonly net: Input['amount'];
  readonly fee: Input['amount'];
  readonly tax: Input['amount'];
}

/** The client releases a milestone to the provider. */
export class ReleaseMilestone extends Command<Released> {
  constructor(
    readonly contractId: string,
    readonly milestoneId: string,
    readonly input: Input,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

@CommandHandler(ReleaseMilestone)
export class ReleaseMilestoneHandler implements ICommandHandler<ReleaseMilestone> {
  constructor(
    private readonly streams: Streams,
    private readonly context: RequestContext,
    private readonly stepUp: StepUp,
  ) {}

  execute({ contractId, milestoneId, input, idempotencyKey }: ReleaseMilestone): Promise<Released> {
    const { id: by } = this.context.actor;
    if (minor(input.amount) > stepUpLimitMinor) this.stepUp.require('release');
    const request = { contractId, milestoneId, input };
    return this.streams.decide(
      escrow,
      contractId,
      (state) => released(contractId, release(state, by, { milestoneId, amount: input.amount })),
      { intent: { scope: `release:${by}`, key: idempotencyKey, request } },
    );
  }
}

/** Facts of a release with the journal they carry and the credit on the provider's wallet. */
export function released(escrowId: string, facts: EscrowEvent[]) {
  const fact = facts.find((one) => one.type === 'EscrowReleased');
  if (!fact) throw new Error('a release says EscrowReleased');
  const { net, fee, tax } = fact.data;
  return { facts, ...moneyOf(escrowId, facts), answer: { net, fee, tax } };
}
