import { sha256 } from '@eventstore/chain';
import type { DecideApproval as Input } from '@wire/approvals';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Streams } from '@kernel/streams';
import { SubjectKeys } from '@kernel/subject-keys';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { ApprovalCircumstance } from '../queries/circumstance';
import { approval, decide, known, type Verdict } from '../domain/approval';

/** The second person agrees or refuses, having seen exactly this input. */
export class DecideApproval extends Command<void> {
  constructor(
    readonly approvalId: string,
    readonly kind: Verdict['kind'],
    readonly input: Input,
  ) {
    super();
  }
}

@CommandHandler(DecideApproval)
export class DecideApprovalHandler implements ICommandHandler<DecideApproval> {
  constructor(
    private readonly streams: Streams,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: QueryBus,
    private readonly keys: SubjectKeys,
  ) {}

  /** Roles are asked of the accounts now: a token may remember a role that was taken away. */
  async execute({ approvalId, kind, input }: DecideApproval): Promise<void> {
    const { payloadHash } = input;
    const comment = await this.keys.seal(this.context.actor.id, input.comment);
    const open = known(await this.streams.read(approval, approvalId));
    const circumstance = await this.queries.execute(
      new ApprovalCircumstance(open, this.context.actor.id, this.clock.now()),
    );
    const verdict = { kind, payloadHash, commentHash: sha256(comment).toString('hex') };
    await this.streams.decide(
      approval,
      approvalId,
      (state) => ({ facts: [decide(state, circumstance, verdict)] }),
      {
        also: async (sql) => {
          await sql.query('update approval_words set comment = $2 where approval_id = $1', [
            approvalId,
            comment,
          ]);
        },
      },
    );
  }
}
