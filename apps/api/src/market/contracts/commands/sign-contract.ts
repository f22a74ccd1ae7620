import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { NamesOf } from '../../../people/profiles';
import { lockedContract } from '../adapters/contract-row';
import { sign, signed } from '../domain/contract';

/** The provider signs what was offered; from here the terms are frozen. */
export class SignContract extends Command<void> {
  constructor(
    readonly contractId: string,
    readonly signature: string,
  ) {
    super();
  }
}

@CommandHandler(SignContract)
export class SignContractHandler implements ICommandHandler<SignContract> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: QueryBus,
  ) {}

  async execute({ contractId, signature }: SignContract): Promise<void> {
    const { id: by } = this.context.actor;
    const name = (await this.queries.execute(new NamesOf([by]))).get(by)?.name ?? '';
    await this.facts.commit(async (em) => {
      const contract = await lockedContract(em, contractId);
      const { type, data } = sign(contract, by);
      signed(signature, name);
      const at = this.clock.now().toISOString();
      contract.state = 'active';
      contract.signatures = [...contract.signatures, { by, name, at }];
      return { told: [about('contract', contractId, type, data)] };
    });
  }
}
