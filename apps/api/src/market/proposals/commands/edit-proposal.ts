import type { SubmitProposal as Input } from '@wire/proposals';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { Command, CommandBus, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { GrantFiles } from '../../../platform/files';
import { JobBriefs } from '../../jobs';
import { lockedProposal } from '../adapters/proposal-row';
import { editable, priced, sides } from '../domain/proposal';

/** The provider writes the proposal anew, while the client has not begun to decide. */
export class EditProposal extends Command<void> {
  constructor(
    readonly proposalId: string,
    readonly input: Input,
  ) {
    super();
  }
}

@CommandHandler(EditProposal)
export class EditProposalHandler implements ICommandHandler<EditProposal> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  execute({ proposalId, input }: EditProposal): Promise<void> {
    const { id: by } = this.context.actor;
    return this.facts.commit(async (em, sql) => {
      const proposal = await lockedProposal(em, proposalId);
      editable(proposal, by);
      const { jobId, clientId } = proposal;
      const job = (await this.queries.execute(new JobBriefs([jobId]))).get(jobId);
      const total = priced(job ?? reject('jobs.not_found'), by, input);
      await this.commands.execute(new GrantFiles(input.attachments, clientId, sql));
      proposal.content = input;
      proposal.editedAt = this.clock.now();
      return {
        told: [about('proposal', proposalId, 'ProposalEdited', { ...sides(proposal), total })],
      };
    });
  }
}
