import { RequestContext } from '@kernel/context';
import { Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import type { Added } from '@wire/factors';
import { ShownFactors, StepUp, ViewerOf } from '../../accounts';
import { RecoveryCodes } from '../adapters/recovery-codes';
import { Totp } from '../adapters/totp';
import { FactorsOf } from '../queries/factors-of';
import { addedFactor } from './added-factor';

/** A seed for an authenticator app, shown this once; it counts from its first code on. */
export class BeginTotp extends Command<{ seed: string; uri: string }> {
  /** For those who bring accounts whose apps are known: the seed to use. */
  constructor(readonly seed?: string) {
    super();
  }
}

/** The first code of the app. Rejects accounts.code_invalid. */
export class ConfirmTotp extends Command<Added> {
  constructor(readonly code: string) {
    super();
  }
}

@CommandHandler(BeginTotp)
export class BeginTotpHandler implements ICommandHandler<BeginTotp> {
  constructor(
    private readonly totp: Totp,
    private readonly stepUp: StepUp,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ seed }: BeginTotp): Promise<{ seed: string; uri: string }> {
    this.stepUp.require('security');
    const { id } = this.context.actor;
    const methods = await this.queries.execute(new FactorsOf(id));
    if (methods.includes('totp')) reject('factors.already_added');
    const { email } = await this.queries.execute(new ViewerOf(id));
    return this.totp.begin(id, email, seed);
  }
}

@CommandHandler(ConfirmTotp)
export class ConfirmTotpHandler implements ICommandHandler<ConfirmTotp> {
  constructor(
    private readonly facts: Facts,
    private readonly totp: Totp,
    private readonly codes: RecoveryCodes,
    private readonly shown: ShownFactors,
    private readonly stepUp: StepUp,
    private readonly context: RequestContext,
  ) {}

  execute({ code }: ConfirmTotp): Promise<Added> {
    this.stepUp.require('security');
    const { actor, sessionId } = this.context.now;
    const { id } = actor;
    return this.facts.commit(async (_, sql) => {
      if (!(await this.totp.use(sql, id, code, true))) reject('accounts.code_invalid');
      await this.shown.note(sql, sessionId);
      return addedFactor(this.codes, sql, id, 'totp');
    });
  }
}
