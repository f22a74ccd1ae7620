import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { Command, CommandBus, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { NamesOf } from '../../../people/profiles';
import { BeginOnboarding } from '../../onboarding';
import { lockedContract } from '../adapters/contract-row';
import { sign, signed } from '../domain/contract';

/** The provider signs what was offered; the terms are frozen, and the client's house may ask tasks. */
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
    private readonly commands: CommandBus,
  ) {}

  async execute({ contractId, signature }: SignContract): Promise<void> {
    const { id: by } = this.context.actor;
    const name = (await this.queries.execute(new NamesOf([by]))).get(by)?.name ?? '';
    await this.facts.commit(async (em, sql) => {
      const contract = await lockedContract(em, contractId);
      const { type, data } = sign(contract, by);
      signed(signature, name);
      const at = this.clock.now().toISOString();
      contract.state = 'active';
      contract.signatures = [...contract.signatures, { by, name, at }];
      const told = [about('contract', contractId, type, data)];
      const { organisationId, workspaceId, providerId } = contract;
      if (!organisationId) return { told };
      const team = workspaceId ?? null;
      const engagement = { contractId, organisationId, workspaceId: team, providerId };
      const begun = await this.commands.execute(new BeginOnboarding(engagement, sql));
      return { told: [...told, ...begun] };
    });
  }
}
