import { Clock } from '@kernel/clock';
import { Database } from '@kernel/database';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { SubjectKeys } from '@kernel/subject-keys';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { RequestApproval } from '../../../money/approvals';

/** The words of a draft. What was filed is never changed. */
export class WriteReport extends Command<void> {
  constructor(
    readonly reportId: string,
    readonly narrative: string,
  ) {
    super();
  }
}

/** The draft is finished: the lead of compliance has to agree that it is filed. */
export class ProposeFiling extends Command<{ approvalId: string }> {
  constructor(
    readonly reportId: string,
    readonly reason: string,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

/** The lead agreed. */
export class FileReport extends Command<void> {
  constructor(
    readonly reportId: string,
    readonly approvalId: string,
    readonly filedBy: string,
  ) {
    super();
  }
}

@CommandHandler(WriteReport)
export class WriteReportHandler implements ICommandHandler<WriteReport> {
  constructor(
    private readonly database: Database,
    private readonly keys: SubjectKeys,
  ) {}

  async execute({ reportId, narrative }: WriteReport): Promise<void> {
    const [row] = await this.database.query<{ account_id: string; state: string }>(
      `select c.account_id, r.state from suspicion_reports r
        join screening_cases c on c.id = r.case_id where r.id = $1`,
      [reportId],
    );
    const { account_id: accountId, state } = row ?? reject('screening.not_found');
    if (state !== 'draft') reject('screening.report_filed');
    await this.database.query(
      "update suspicion_reports set narrative = $2 where id = $1 and state = 'draft'",
      [reportId, await this.keys.seal(accountId, narrative)],
    );
  }
}

@CommandHandler(ProposeFiling)
export class ProposeFilingHandler implements ICommandHandler<ProposeFiling> {
  constructor(
    private readonly commands: CommandBus,
    private readonly database: Database,
  ) {}

  async execute({ reportId, reason, idempotencyKey }: ProposeFiling) {
    const [row] = await this.database.query<{ state: string }>(
      'select state from suspicion_reports where id = $1',
      [reportId],
    );
    const { state } = row ?? reject('screening.not_found');
    if (state !== 'draft') reject('screening.report_filed');
    const proposal = {
      action: 'screening.file',
      subject: `report-${reportId}`,
      payload: { reportId },
      beneficiaries: [],
      reason,
      makerPermission: 'update Report',
      requiredPermission: 'approve Report',
    } as const;
    const asked = await this.commands.execute(new RequestApproval(proposal, idempotencyKey));
    await this.database.query(
      "update suspicion_reports set state = 'asked', approval_id = $2 where id = $1",
      [reportId, asked.approvalId],
    );
    return asked;
  }
}

@CommandHandler(FileReport)
export class FileReportHandler implements ICommandHandler<FileReport> {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  execute({ reportId, approvalId, filedBy }: FileReport): Promise<void> {
    return this.facts.commit(async (_, sql) => {
      const [row] = await sql.query<{ case_id: string }>(
        `update suspicion_reports set state = 'filed', filed_by = $2, filed_at = $3
          where id = $1 and state = 'asked' returning case_id`,
        [reportId, filedBy, this.clock.now().toISOString()],
      );
      const caseId = row?.case_id ?? reject('screening.report_filed');
      const fact = { reportId, caseId, approvalId };
      return { told: [about('report', reportId, 'SuspicionFiled', fact)] };
    });
  }
}

/** The lead did not agree: it is a draft again. */
export class ReturnReport extends Command<void> {
  constructor(readonly approvalId: string) {
    super();
  }
}

@CommandHandler(ReturnReport)
export class ReturnReportHandler implements ICommandHandler<ReturnReport> {
  constructor(private readonly database: Database) {}

  async execute({ approvalId }: ReturnReport): Promise<void> {
    await this.database.query(
      `update suspicion_reports set state = 'draft', approval_id = null
        where approval_id = $1 and state = 'asked'`,
      [approvalId],
    );
  }
}
