import { about, Facts } from '@kernel/facts';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { lockedContract } from '../adapters/contract-row';
import { complete } from '../domain/contract';

/** Every milestone is settled. Saying it again changes nothing. */
export class CompleteContract extends Command<void> {
  constructor(readonly contractId: string) {
    super();
  }
}

@CommandHandler(CompleteContract)
export class CompleteContractHandler implements ICommandHandler<CompleteContract> {
  constructor(private readonly facts: Facts) {}

  execute({ contractId }: CompleteContract): Promise<void> {
    return this.facts.commit(async (em) => {
      const contract = await lockedContract(em, contractId);
      const fact = complete(contract);
      if (!fact) return { told: [] };
      contract.state = 'completed';
      return { told: [about('contract', contractId, fact.type, fact.data)] };
    });
  }
}
