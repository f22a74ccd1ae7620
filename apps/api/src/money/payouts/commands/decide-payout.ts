import { RequestContext } from '@kernel/context';
import { Streams } from '@kernel/streams';
import { SubjectKeys } from '@kernel/subject-keys';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { MayLeaveWallet } from '../../wallet';
import { booked } from '../domain/journals';
import { approve, known, payout, prepare, refuse } from '../domain/payout';

const decisions = { prepare, approve, reject: refuse };

/** Finance prepares (maker), then somebody else approves or rejects (checker). */
export class DecidePayout extends Command<void> {
  constructor(
    readonly payoutId: string,
    readonly decision: keyof typeof decisions,
    readonly note: string,
  ) {
    super();
  }
}

@CommandHandler(DecidePayout)
export class DecidePayoutHandler implements ICommandHandler<DecidePayout> {
  constructor(
    private readonly streams: Streams,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
    private readonly keys: SubjectKeys,
  ) {}

  async execute({ payoutId, decision, note }: DecidePayout): Promise<void> {
    const { id: by } = this.context.actor;
    const { providerId } = known(await this.streams.read(payout, payoutId));
    if (decision === 'approve') await this.queries.execute(new MayLeaveWallet(providerId));
    // It is about the provider, whoever writes it.
    const sealed = await this.keys.seal(providerId, note);
    await this.streams.decide(payout, payoutId, (state) => {
      const fact = decisions[decision](state, by, sealed);
      return { facts: [fact], ...booked(fact) };
    });
  }
}
