import { reject } from '@kernel/reject';
import type { OnboardingRow } from '@wire/onboarding';
import { QueryBus } from '@nestjs/cqrs';
import { OrganisationName } from '../../../people/organisations';
import { NamesOf } from '../../../people/profiles';

/** How far an onboarding is, counted in one place for lists, pages and contracts. `$1` is now. */
export const progressed = `
select o.id, o.organisation_id as "organisationId", o.provider_id as "providerId",
    p.before_work as "beforeWork", o.begun_at as "begunAt", o.done_at as "doneAt",
    t.tasks, t.done, t."inReview", t.overdue, t."nextDueAt"
  from onboardings o join onboarding_plans p on p.id = o.plan_id,
    lateral (select count(*)::int as tasks,
        count(*) filter (where state = 'done')::int as done,
        count(*) filter (where state = 'in_review')::int as "inReview",
        count(*) filter (where state in ('open', 'returned') and due_at < $1)::int as overdue,
        min(due_at) filter (where state in ('open', 'returned')) as "nextDueAt"
      from onboarding_tasks where onboarding_id = o.id) t`;

export interface Progressed {
  readonly id: string;
  readonly organisationId: string;
  readonly providerId: string;
  readonly beforeWork: boolean;
  readonly begunAt: Date;
  readonly doneAt: Date | null;
  readonly tasks: number;
  readonly done: number;
  readonly inReview: number;
  readonly overdue: number;
  readonly nextDueAt: Date | null;
}

/** The rows with the names of who they are about. */
export async function shown(
  queries: QueryBus,
  rows: readonly Progressed[],
): Promise<OnboardingRow[]> {
  const people = await queries.execute(new NamesOf(new Set(rows.map((row) => row.providerId))));
  const houses = new Map<string, string>();
  for (const { organisationId: id } of rows)
    if (!houses.has(id)) houses.set(id, (await queries.execute(new OrganisationName(id))) ?? '');
  return rows.map(({ organisationId, providerId, begunAt, doneAt, nextDueAt, ...row }) => ({
    ...row,
    organisation: { id: organisationId, name: houses.get(organisationId) ?? '' },
    provider: people.get(providerId) ?? reject('profiles.not_found'),
    begunAt: begunAt.toISOString(),
    doneAt: doneAt?.toISOString() ?? null,
    nextDueAt: nextDueAt?.toISOString() ?? null,
  }));
}
