import type { Disposition, ResolveCase as Input } from '@wire/screening';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { SubjectKeys } from '@kernel/subject-keys';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { RequestApproval } from '../../../money/approvals';
import { clearPairs, entriesOfCase, rowOfCase } from '../adapters/case-rows';
import { clears, mayResolve, needsSecond } from '../domain/case';

/** Compliance says what a case came to. A true match waits for a second person. */
export class ResolveCase extends Command<{ approvalId: string | null }> {
  constructor(
    readonly caseId: string,
    readonly input: Input,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

@CommandHandler(ResolveCase)
export class ResolveCaseHandler implements ICommandHandler<ResolveCase> {
  constructor(
    private readonly commands: CommandBus,
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly keys: SubjectKeys,
  ) {}

  async execute({ caseId, input, idempotencyKey }: ResolveCase) {
    const { accountId, state } = await rowOfCase(this.database, caseId);
    mayResolve(state, input, await entriesOfCase(this.database, caseId));
    const { disposition, note, checklist } = input;
    const sealed = await this.keys.seal(accountId, note);
    await this.database.query(
      'update screening_cases set note = $2, checklist = $3 where id = $1',
      [caseId, sealed, checklist],
    );
    if (needsSecond(disposition))
      return this.propose({ caseId, accountId, disposition, note }, idempotencyKey);
    const { id: by } = this.context.actor;
    await this.commands.execute(new CloseCase(caseId, { disposition, by, approvalId: null }));
    return { approvalId: null };
  }

  private async propose(
    { caseId, accountId, disposition, note }: Proposed,
    idempotencyKey: string,
  ): Promise<{ approvalId: string }> {
    const { id: by } = this.context.actor;
    const proposal = {
      action: 'screening.confirm',
      subject: `case-${caseId}`,
      payload: { caseId, disposition, by },
      beneficiaries: [accountId],
      reason: note.slice(0, 1_000),
      makerPermission: 'decide Screening',
      requiredPermission: 'decide Screening',
      changes: [{ field: 'disposition', before: null, after: disposition }],
    } as const;
    const asked = await this.commands.execute(new RequestApproval(proposal, idempotencyKey));
    await this.database.query(
      "update screening_cases set state = 'second_look', approval_id = $2 where id = $1",
      [caseId, asked.approvalId],
    );
    return asked;
  }
}

interface Proposed {
  readonly caseId: string;
  readonly accountId: string;
  readonly disposition: Disposition;
  readonly note: string;
}

interface Closing {
  readonly disposition: Disposition;
  readonly by: string;
  readonly approvalId: string | null;
}

/** The decision holds: once, and what was taken for somebody else is not raised again. */
export class CloseCase extends Command<void> {
  constructor(
    readonly caseId: string,
    readonly closing: Closing,
  ) {
    super();
  }
}

@CommandHandler(CloseCase)
export class CloseCaseHandler implements ICommandHandler<CloseCase> {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  execute({ caseId, closing: { disposition, by, approvalId } }: CloseCase): Promise<void> {
    const at = this.clock.now().toISOString();
    return this.facts.commit(async (_, sql) => {
      const [row] = await sql.query<{ account_id: string }>(
        `update screening_cases set state = 'resolved', disposition = $2, resolved_by = $3,
            resolved_at = $4, approval_id = $5
          where id = $1 and state <> 'resolved' returning account_id`,
        [caseId, disposition, by, at, approvalId],
      );
      const accountId = row?.account_id ?? reject('screening.already_resolved');
      if (clears(disposition)) await clearPairs(sql, caseId, at);
      const fact = { caseId, accountId, disposition, by, approvalId };
      return { told: [about('case', caseId, 'ScreeningCaseResolved', fact)] };
    });
  }
}

/** The second person did not agree: the case is open again. */
export class ReopenCase extends Command<void> {
  constructor(readonly approvalId: string) {
    super();
  }
}

@CommandHandler(ReopenCase)
export class ReopenCaseHandler implements ICommandHandler<ReopenCase> {
  constructor(private readonly database: Database) {}

  async execute({ approvalId }: ReopenCase): Promise<void> {
    await this.database.query(
      `update screening_cases set state = 'open', approval_id = null
        where approval_id = $1 and state = 'second_look'`,
      [approvalId],
    );
  }
}
