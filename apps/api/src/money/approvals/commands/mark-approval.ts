import type { ProblemCode } from '@wire/problems';
import { Rejection } from '@kernel/reject';
import { Streams } from '@kernel/streams';
import {
  Command,
  CommandHandler,
  type CommandBus,
  type ICommand,
  type ICommandHandler,
} from '@nestjs/cqrs';
import { approval, report } from '../domain/approval';

/** What was approved was done. */
export class MarkApprovalExecuted extends Command<void> {
  constructor(readonly approvalId: string) {
    super();
  }
}

/** What was approved could not be done any more, and why. */
export class MarkApprovalFailed extends Command<void> {
  constructor(
    readonly approvalId: string,
    readonly code: ProblemCode,
  ) {
    super();
  }
}

@CommandHandler(MarkApprovalExecuted)
export class MarkApprovalExecutedHandler implements ICommandHandler<MarkApprovalExecuted> {
  constructor(private readonly streams: Streams) {}

  async execute({ approvalId }: MarkApprovalExecuted): Promise<void> {
    await this.streams.decide(approval, approvalId, (state) => ({
      facts: report(state, 'executed'),
    }));
  }
}

@CommandHandler(MarkApprovalFailed)
export class MarkApprovalFailedHandler implements ICommandHandler<MarkApprovalFailed> {
  constructor(private readonly streams: Streams) {}

  async execute({ approvalId, code }: MarkApprovalFailed): Promise<void> {
    await this.streams.decide(approval, approvalId, (state) => ({
      facts: report(state, { code }),
    }));
  }
}

/** Refusals that another moment may lift: the policy tries the same fact again. */
const passing: readonly ProblemCode[] = [
  'request.stale',
  'server.gateway_gone',
  'server.database_gone',
];

/**
 * For `run-when-approval-granted` of the asking context: runs its command, whose idempotency key is
 * the approval's id, and reports how it went.
 */
export async function carryOut(
  commands: CommandBus,
  approvalId: string,
  command: ICommand,
): Promise<void> {
  const code = await commands.execute(command).then(
    () => null,
    (error: unknown) => {
      if (error instanceof Rejection && !passing.includes(error.code)) return error.code;
      throw error;
    },
  );
  await commands.execute(
    code ? new MarkApprovalFailed(approvalId, code) : new MarkApprovalExecuted(approvalId),
  );
}
