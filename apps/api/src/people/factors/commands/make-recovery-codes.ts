import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { StepUp } from '../../accounts';
import { RecoveryCodes } from '../adapters/recovery-codes';
import { FactorsOf } from '../queries/factors-of';

/** Ten new recovery codes; the former ones are void. Rejects factors.none without a factor. */
export class MakeRecoveryCodes extends Command<{ recoveryCodes: string[] }> {}

@CommandHandler(MakeRecoveryCodes)
export class MakeRecoveryCodesHandler implements ICommandHandler<MakeRecoveryCodes> {
  constructor(
    private readonly facts: Facts,
    private readonly codes: RecoveryCodes,
    private readonly stepUp: StepUp,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute(): Promise<{ recoveryCodes: string[] }> {
    this.stepUp.require('security');
    const { id: accountId } = this.context.actor;
    const methods = await this.queries.execute(new FactorsOf(accountId));
    if (methods.length === 0) reject('factors.none');
    return this.facts.commit(async (_, sql) => {
      const recoveryCodes = await this.codes.make(sql, accountId);
      const made = about('account', accountId, 'RecoveryCodesMade', { accountId });
      return { told: [made], answer: { recoveryCodes } };
    });
  }
}
