import { RequestContext } from '@kernel/context';
import { Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import type { Added, AddPasskey as Input, Ceremony } from '@wire/factors';
import { ShownFactors, StepUp, ViewerOf } from '../../accounts';
import { Passkeys } from '../adapters/passkeys';
import { RecoveryCodes } from '../adapters/recovery-codes';
import { addedFactor } from './added-factor';

/** What the browser needs to make a passkey for the actor. */
export class OfferPasskey extends Command<Ceremony> {
  constructor(readonly origin: string | undefined) {
    super();
  }
}

/** The passkey that the browser made. Rejects factors.passkey_refused. */
export class AddPasskey extends Command<Added> {
  constructor(readonly input: Input) {
    super();
  }
}

@CommandHandler(OfferPasskey)
export class OfferPasskeyHandler implements ICommandHandler<OfferPasskey> {
  constructor(
    private readonly passkeys: Passkeys,
    private readonly stepUp: StepUp,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ origin }: OfferPasskey): Promise<Ceremony> {
    this.stepUp.require('security');
    const { actor, sessionId = '' } = this.context.now;
    const { email, name } = await this.queries.execute(new ViewerOf(actor.id));
    return this.passkeys.offer({ accountId: actor.id, email, name }, sessionId, origin);
  }
}

@CommandHandler(AddPasskey)
export class AddPasskeyHandler implements ICommandHandler<AddPasskey> {
  constructor(
    private readonly facts: Facts,
    private readonly passkeys: Passkeys,
    private readonly codes: RecoveryCodes,
    private readonly shown: ShownFactors,
    private readonly stepUp: StepUp,
    private readonly context: RequestContext,
  ) {}

  execute({ input }: AddPasskey): Promise<Added> {
    this.stepUp.require('security');
    const { actor, sessionId } = this.context.now;
    const binding = sessionId ?? '';
    const asked = { accountId: actor.id, binding, ceremonyId: input.ceremonyId };
    return this.facts.commit(async (_, sql) => {
      if (!(await this.passkeys.add(sql, asked, input))) reject('factors.passkey_refused');
      await this.shown.note(sql, sessionId);
      return addedFactor(this.codes, sql, actor.id, 'passkey');
    });
  }
}
