import type { Sql } from '@eventstore/record';
import { reject } from '@kernel/reject';
import { money, type Currency, type Money } from '@money';
import type { Approver, Decision, Limit, Purpose, SpendingState } from '../domain/spending';

export interface SpendingRow {
  readonly id: string;
  readonly organisationId: string;
  readonly workspaceId: string;
  readonly purpose: Purpose;
  readonly jobId: string;
  readonly requesterId: string;
  readonly amount: Money;
  readonly chain: Approver[];
  readonly decisions: Decision[];
  readonly state: SpendingState;
}

interface LimitRow {
  readonly purpose: Purpose;
  readonly above: string;
  readonly currency: Currency;
  readonly approver: Approver;
  readonly role: string | null;
  readonly workspace_id: string | null;
}

export async function limitsOf(sql: Sql, organisationId: string): Promise<Limit[]> {
  const rows = await sql.query<LimitRow>(
    `select purpose, above, currency, approver, role, workspace_id from org_limits
      where organisation_id = $1 order by place`,
    [organisationId],
  );
  return rows.map(({ purpose, above, currency, approver, role, workspace_id: workspaceId }) => {
    return { purpose, above: money(BigInt(above), currency), approver, role, workspaceId };
  });
}

export const amountColumn = `jsonb_build_object('amountMinor', s.amount::text,
  'currency', s.currency) as amount`;

const columns = `s.id, s.organisation_id as "organisationId", s.workspace_id as "workspaceId",
  s.purpose, s.job_id as "jobId", s.requester_id as "requesterId", ${amountColumn}, s.chain,
  s.decisions, s.state`;

/** Locked for the decision that follows. */
export async function spendingOf(sql: Sql, organisationId: string, id: string) {
  const [row] = await sql.query<SpendingRow>(
    `select ${columns} from org_spendings s
      where s.id = $1 and s.organisation_id = $2 for update`,
    [id, organisationId],
  );
  return row ?? reject('organisations.no_such_approval');
}

/** Locked, where nobody decided it yet. */
export async function openSpending(sql: Sql, id: string): Promise<SpendingRow | null> {
  const [row] = await sql.query<SpendingRow>(
    `select ${columns} from org_spendings s where s.id = $1 and s.state = 'open' for update`,
    [id],
  );
  return row ?? null;
}

/** What was asked for the same subject and nobody has decided yet. */
export async function openSpendingOn(sql: Sql, subjectId: string): Promise<SpendingRow | null> {
  const [row] = await sql.query<SpendingRow>(
    `select ${columns} from org_spendings s
      where s.subject_id = $1 and s.state = 'open' for update`,
    [subjectId],
  );
  return row ?? null;
}
