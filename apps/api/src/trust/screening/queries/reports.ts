import { reportFacts, type Report } from '@wire/screening';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import { SubjectKeys } from '@kernel/subject-keys';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { NamesOf } from '../../../people/profiles';

interface Row {
  case_id: string;
  account_id: string;
  state: Report['state'];
  narrative: string;
  facts: string;
  drafted_by: string;
  drafted_at: Date;
  filed_by: string | null;
  filed_at: Date | null;
  approval_id: string | null;
}

/** One report to the authority. Rejects screening.not_found. */
export class ReportById extends Query<Report> {
  constructor(readonly reportId: string) {
    super();
  }
}

@QueryHandler(ReportById)
export class ReportByIdHandler implements IQueryHandler<ReportById> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
    private readonly keys: SubjectKeys,
  ) {}

  async execute({ reportId: id }: ReportById): Promise<Report> {
    const [found] = await this.database.query<Row>(
      `select r.*, c.account_id from suspicion_reports r
        join screening_cases c on c.id = r.case_id where r.id = $1`,
      [id],
    );
    const row = found ?? reject('screening.not_found');
    const ids = [row.account_id, row.drafted_by, ...(row.filed_by ? [row.filed_by] : [])];
    const names = await this.queries.execute(new NamesOf(ids));
    const who = (one: string) => ({ id: one, name: names.get(one)?.name ?? '' });
    const { data } = reportFacts.safeParse(parsed(await this.keys.open(row.facts)));
    return {
      ...{ id, caseId: row.case_id, account: who(row.account_id), state: row.state },
      ...{ narrative: row.narrative, approvalId: row.approval_id },
      // What was erased is an empty list of facts.
      facts: data ?? { alerts: [], movements: [] },
      draftedBy: who(row.drafted_by),
      draftedAt: row.drafted_at.toISOString(),
      filedBy: row.filed_by === null ? null : who(row.filed_by),
      filedAt: row.filed_at?.toISOString() ?? null,
    };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
