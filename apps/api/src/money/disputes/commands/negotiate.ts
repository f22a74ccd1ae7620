import type { MakeOffer as Input } from '@wire/disputes';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { withdraw } from '../domain/opening';
import {
  acceptOffer,
  acceptRecommendation,
  declineOffer,
  escalate,
  offer,
} from '../domain/negotiation';
import { Cases } from './cases';

/** A side says how it would share the money. */
export class MakeOffer extends Command<{ id: string }> {
  constructor(
    readonly disputeId: string,
    readonly input: Input,
  ) {
    super();
  }
}

@CommandHandler(MakeOffer)
export class MakeOfferHandler implements ICommandHandler<MakeOffer> {
  constructor(private readonly cases: Cases) {}

  async execute({ disputeId, input: { split, note: text } }: MakeOffer): Promise<{ id: string }> {
    const offerId = randomUUIDv7();
    const words = text === '' ? [] : [await this.cases.write('offer', text)];
    const note = words[0]?.ref ?? null;
    return this.cases.decide(
      disputeId,
      (state, { by }) => offer(state, by, { offerId, split, note }),
      { words },
      { id: offerId },
    );
  }
}

/** The other side takes an offer, which settles the dispute, or does not want it. */
export class AnswerOffer extends Command<void> {
  constructor(
    readonly disputeId: string,
    readonly offerId: string,
    /** The key of the intent when it is taken; null declines. */
    readonly acceptedUnder: string | null,
  ) {
    super();
  }
}

@CommandHandler(AnswerOffer)
export class AnswerOfferHandler implements ICommandHandler<AnswerOffer> {
  constructor(private readonly cases: Cases) {}

  async execute({ disputeId, offerId, acceptedUnder: key }: AnswerOffer): Promise<void> {
    if (key === null)
      return this.cases.decide(disputeId, (state, { by }) => declineOffer(state, by, offerId));
    const intent = { key, request: { disputeId, offerId } };
    await this.cases.decide(disputeId, (state, { by }) => acceptOffer(state, by, offerId), {
      intent,
    });
  }
}

/** A side takes what the mediator recommends. */
export class AcceptRecommendation extends Command<void> {
  constructor(
    readonly disputeId: string,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

@CommandHandler(AcceptRecommendation)
export class AcceptRecommendationHandler implements ICommandHandler<AcceptRecommendation> {
  constructor(private readonly cases: Cases) {}

  async execute({ disputeId, idempotencyKey: key }: AcceptRecommendation): Promise<void> {
    const intent = { key, request: { disputeId, takes: 'recommendation' } };
    await this.cases.decide(disputeId, (state, { by }) => acceptRecommendation(state, by), {
      intent,
    });
  }
}

/** A side wants a mediator now. */
export class EscalateDispute extends Command<void> {
  constructor(readonly disputeId: string) {
    super();
  }
}

@CommandHandler(EscalateDispute)
export class EscalateDisputeHandler implements ICommandHandler<EscalateDispute> {
  constructor(private readonly cases: Cases) {}

  async execute({ disputeId }: EscalateDispute): Promise<void> {
    await this.cases.decide(disputeId, (state, { by, now }) => escalate(state, by, now));
  }
}

/** Whoever opened the dispute takes it back. */
export class WithdrawDispute extends Command<void> {
  constructor(readonly disputeId: string) {
    super();
  }
}

@CommandHandler(WithdrawDispute)
export class WithdrawDisputeHandler implements ICommandHandler<WithdrawDispute> {
  constructor(private readonly cases: Cases) {}

  async execute({ disputeId }: WithdrawDispute): Promise<void> {
    await this.cases.decide(disputeId, (state, { by }) => withdraw(state, by));
  }
}
