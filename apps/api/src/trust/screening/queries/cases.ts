import type * as wire from '@wire/screening';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { IsRestricted } from '../../../money/wallet';
import { NamesOf } from '../../../people/profiles';
import { IdentityOf } from '../../verification';
import { isWatchedCloser } from '../adapters/case-rows';
import { entriesOf, type EntryRow } from '../adapters/sanction-lists';
import { isOnlyPep } from '../domain/pep';

interface CaseRow {
  account_id: string;
  state: wire.CaseState;
  strength: wire.Strength;
  disposition: wire.Disposition | null;
  note: string;
  checklist: wire.CaseDetail['checklist'];
  opened_at: Date;
  resolved_at: Date | null;
  resolved_by: string | null;
  approval_id: string | null;
  report_id: string | null;
}

type AlertRow = Omit<wire.CaseAlert, 'entry' | 'raisedAt'> & {
  entryId: string | null;
  raisedAt: Date;
};

/** All that compliance knows of one case. Rejects screening.not_found. */
export class CaseById extends Query<wire.CaseDetail> {
  constructor(readonly caseId: string) {
    super();
  }
}

@QueryHandler(CaseById)
export class CaseByIdHandler implements IQueryHandler<CaseById> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
  ) {}

  async execute({ caseId: id }: CaseById): Promise<wire.CaseDetail> {
    const [found] = await this.database.query<CaseRow>(
      `select c.*, r.id as report_id from screening_cases c
        left join suspicion_reports r on r.case_id = c.id where c.id = $1`,
      [id],
    );
    const row = found ?? reject('screening.not_found');
    const { account_id: accountId, resolved_by: by } = row;
    const people = await this.queries.execute(new NamesOf([accountId, ...(by ? [by] : [])]));
    const account = people.get(accountId);
    const identity = await this.queries.execute(new IdentityOf(accountId));
    const alerts = await this.alertsOf(id);
    return {
      ...{ id, state: row.state, strength: row.strength, disposition: row.disposition },
      ...{ note: row.note, checklist: row.checklist },
      account: { id: accountId, name: account?.name ?? '', country: account?.country ?? null },
      identity: identity && {
        ...{ name: identity.names[0] ?? '', birthDate: identity.birthDate },
        country: identity.country,
      },
      openedAt: row.opened_at.toISOString(),
      resolvedAt: row.resolved_at?.toISOString() ?? null,
      resolvedBy: by === null ? null : { id: by, name: people.get(by)?.name ?? '' },
      ...{ approvalId: row.approval_id, reportId: row.report_id },
      restricted: await this.queries.execute(new IsRestricted(accountId)),
      ...{ alerts, isPep: isOnlyPep(alerts.flatMap(({ entry }) => entry?.id ?? [])) },
      watchedCloser: await isWatchedCloser(this.database, accountId),
      history: await this.historyOf(accountId, id),
    };
  }

  private async alertsOf(caseId: string): Promise<wire.CaseAlert[]> {
    const rows = await this.database.query<AlertRow>(
      `select id, kind, strength, cause, score, rule, listed_name as "listedName",
          entry_id as "entryId", raised_at as "raisedAt"
        from screening_alerts where case_id = $1 order by score desc nulls last, raised_at`,
      [caseId],
    );
    const ids = rows.flatMap(({ entryId }) => (entryId === null ? [] : [entryId]));
    const entries = await entriesOf(this.database, ids);
    return rows.map(({ entryId, raisedAt, ...row }) => ({
      ...row,
      raisedAt: raisedAt.toISOString(),
      entry: shown(entryId === null ? undefined : entries.get(entryId)),
    }));
  }

  private async historyOf(accountId: string, without: string) {
    const rows = await this.database.query<
      Pick<CaseRow, 'disposition' | 'opened_at'> & { id: string }
    >(
      `select id, disposition, opened_at from screening_cases
        where account_id = $1 and id <> $2 order by opened_at desc limit 20`,
      [accountId, without],
    );
    return rows.map(({ id, disposition, opened_at: at }) => ({
      ...{ id, disposition, openedAt: at.toISOString() },
    }));
  }
}

function shown(entry: EntryRow | undefined): wire.CaseAlert['entry'] {
  if (!entry) return null;
  const { id, source, kind, names, births, countries, programmes } = entry;
  return {
    ...{ id, kind, source: source as wire.ListSource },
    ...{ names: [...names], births: [...births] },
    ...{ countries: [...countries], programmes: [...programmes] },
  };
}
