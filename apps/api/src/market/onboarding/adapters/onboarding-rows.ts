import type { Sql } from '@eventstore/record';
import { reject } from '@kernel/reject';
import type { AppAbility } from '@wire/permissions';
import type { Standing, Task } from '../domain/onboarding';

export interface PlanRow {
  readonly id: string;
  readonly organisationId: string;
  readonly workspaceId: string | null;
  readonly version: number;
  readonly beforeWork: boolean;
  readonly validDays: number;
  readonly tasks: Task[];
  readonly publishedBy: string;
  readonly publishedAt: Date;
}

export const planColumns = `p.id, p.organisation_id as "organisationId",
  p.workspace_id as "workspaceId", p.version, p.before_work as "beforeWork",
  p.valid_days as "validDays", p.tasks, p.published_by as "publishedBy",
  p.published_at as "publishedAt"`;

/** The newest plan of every workspace that has one, and of the organisation. */
export const plansOf = (sql: Sql, organisationId: string): Promise<PlanRow[]> =>
  sql.query<PlanRow>(
    `select distinct on (p.workspace_id) ${planColumns} from onboarding_plans p
      where p.organisation_id = $1 order by p.workspace_id nulls first, p.version desc`,
    [organisationId],
  );

export interface OnboardingRow {
  readonly id: string;
  readonly organisationId: string;
  readonly workspaceId: string | null;
  readonly providerId: string;
  readonly begunAt: Date;
  readonly doneAt: Date | null;
  readonly plan: { readonly version: number; readonly tasks: Task[] };
  readonly beforeWork: boolean;
  readonly validDays: number;
}

export const onboardingColumns = `o.id, o.organisation_id as "organisationId",
  o.workspace_id as "workspaceId", o.provider_id as "providerId", o.begun_at as "begunAt",
  o.done_at as "doneAt", p.before_work as "beforeWork", p.valid_days as "validDays",
  jsonb_build_object('version', p.version, 'tasks', p.tasks) as plan`;

/** Whose onboarding the asking person may see: their own, and those of their organisation. */
export const may = (
  ability: AppAbility,
  action: 'read' | 'answer' | 'review',
  { providerId, organisationId: orgId }: Pick<OnboardingRow, 'providerId' | 'organisationId'>,
): boolean => ability.can(action, { kind: 'Onboarding', providerId, orgId });

/** Rejects onboarding.not_found to whoever may not see it, onboarding.not_yours to who may only that. */
export async function onboardingFor(
  sql: Sql,
  [ability, action]: readonly [AppAbility, 'read' | 'answer' | 'review'],
  onboardingId: string,
): Promise<OnboardingRow> {
  const lock = action === 'read' ? '' : 'for update of o';
  const [row] = await sql.query<OnboardingRow>(
    `select ${onboardingColumns} from onboardings o join onboarding_plans p on p.id = o.plan_id
      where o.id = $1 ${lock}`,
    [onboardingId],
  );
  if (!row || !may(ability, 'read', row)) return reject('onboarding.not_found');
  return may(ability, action, row) ? row : reject('onboarding.not_yours');
}

export interface TaskRow extends Standing {
  readonly handedInAt: Date | null;
  readonly answer: string | null;
  readonly signature: string | null;
  readonly sha256: string | null;
  readonly fileId: string | null;
  readonly reason: string | null;
  readonly reviewedBy: string | null;
  readonly reviewedAt: Date | null;
}

/** Inside the ORM's transaction instants come as text. */
export async function tasksOf(sql: Sql, onboardingId: string): Promise<TaskRow[]> {
  const rows = await sql.query<TaskRow>(
    `select task_id as "taskId", required, state, due_at as "dueAt",
        handed_in_at as "handedInAt", answer, signature, sha256, file_id as "fileId", reason,
        reviewed_by as "reviewedBy", reviewed_at as "reviewedAt"
      from onboarding_tasks where onboarding_id = $1 order by place`,
    [onboardingId],
  );
  return rows.map((row) => ({ ...row, dueAt: new Date(row.dueAt) }));
}
