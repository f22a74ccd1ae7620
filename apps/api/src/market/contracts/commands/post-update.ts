import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { SubjectKeys } from '@kernel/subject-keys';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { GrantFiles } from '../../../platform/files';
import { lockedContract, WorkUpdateRow } from '../adapters/contract-row';
import { update } from '../domain/contract';

export interface Update {
  readonly note: string;
  readonly files: string[];
}

/** One side tells the other how the work goes. */
export class PostUpdate extends Command<void> {
  constructor(
    readonly contractId: string,
    readonly input: Update,
  ) {
    super();
  }
}

@CommandHandler(PostUpdate)
export class PostUpdateHandler implements ICommandHandler<PostUpdate> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly commands: CommandBus,
    private readonly keys: SubjectKeys,
  ) {}

  async execute({ contractId, input }: PostUpdate): Promise<void> {
    const { id: byId } = this.context.actor;
    const note = await this.keys.seal(byId, input.note);
    return this.facts.commit(async (em, sql) => {
      const contract = await lockedContract(em, contractId);
      const id = randomUUIDv7();
      const { type, data } = update(contract, byId, id);
      const other = byId === contract.clientId ? contract.providerId : contract.clientId;
      em.create(WorkUpdateRow, { id, contractId, byId, ...input, note, at: this.clock.now() });
      await this.commands.execute(new GrantFiles(input.files, other, sql));
      return { told: [about('contract', contractId, type, data)] };
    });
  }
}
