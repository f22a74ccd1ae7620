import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import type { VerifyStepUp as Input } from '@wire/accounts';
import type { Proof, ProofMethod } from '@wire/factors';
import { EntityManager } from '@mikro-orm/postgresql';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Account } from '../adapters/account';
import { StepUp } from '../adapters/step-up';
import { Proofs } from './proofs';
import { refuseAnswer } from './refuse-answer';
import { StepUpMethods } from './step-up-methods';

export interface StepUpToken {
  readonly token: string;
  readonly expiresAt: string;
}

/** The proof of a second look, in exchange for the token that the risky request carries. */
export class VerifyStepUp extends Command<StepUpToken> {
  constructor(readonly input: Input) {
    super();
  }
}

@CommandHandler(VerifyStepUp)
export class VerifyStepUpHandler implements ICommandHandler<VerifyStepUp> {
  constructor(
    private readonly entities: EntityManager,
    private readonly facts: Facts,
    private readonly methods: StepUpMethods,
    private readonly proofs: Proofs,
    private readonly stepUp: StepUp,
    private readonly context: RequestContext,
  ) {}

  async execute({ input }: VerifyStepUp): Promise<StepUpToken> {
    const { actor, sessionId } = this.context.now;
    const { purpose } = input;
    const account = await this.entities.fork().findOneOrFail(Account, actor.id);
    const methods = await this.methods.of(account, purpose);
    const proof = 'proof' in input ? input.proof : typed(input.code, methods);
    const asking = { accountId: actor.id, methods, binding: sessionId ?? '' };
    const shown = await this.proofs.shown(proof, { ...asking, purpose: `step_up_${purpose}` });
    if (shown.outcome !== 'right') {
      const fact = { accountId: actor.id, purpose };
      const told = [about('account', actor.id, 'StepUpRefused', fact)];
      await this.facts.commit(() => Promise.resolve({ told }));
      return refuseAnswer(shown, 'accounts.code_invalid');
    }
    return this.stepUp.issue(actor.id, purpose, sessionId);
  }
}

/** Six digits without a word about where they are from. */
function typed(code: string, methods: readonly ProofMethod[]): Proof {
  const sent = methods.includes('sms') ? ('sms' as const) : ('mail' as const);
  return { method: methods.includes('totp') ? 'totp' : sent, code };
}
