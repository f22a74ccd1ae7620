import type { Sql } from '@eventstore/record';
import { Clock } from '@kernel/clock';
import { about, type Told } from '@kernel/facts';
import { setTimer } from '@kernel/timers';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { plansOf, type PlanRow } from '../adapters/onboarding-rows';
import { counts, dueAt, isDone, remindAt } from '../domain/onboarding';
import { taskReminder } from './remind-of-task';

export interface Engagement {
  readonly contractId: string;
  readonly organisationId: string;
  readonly workspaceId: string | null;
  readonly providerId: string;
}

/**
 * For contracts, in the transaction that signs one: the provider has the tasks of the organisation to
 * do, unless they have them already or did them not long ago. Answers what is to be told.
 */
export class BeginOnboarding extends Command<readonly Told[]> {
  constructor(
    readonly engagement: Engagement,
    readonly sql: Sql,
  ) {
    super();
  }
}

@CommandHandler(BeginOnboarding)
export class BeginOnboardingHandler implements ICommandHandler<BeginOnboarding> {
  constructor(private readonly clock: Clock) {}

  async execute({ engagement, sql }: BeginOnboarding): Promise<readonly Told[]> {
    const { contractId, organisationId, workspaceId, providerId } = engagement;
    const plans = await plansOf(sql, organisationId);
    const asks = (of: string | null) =>
      plans.find((one) => one.workspaceId === of && one.tasks.length > 0);
    const plan = asks(workspaceId) ?? asks(null);
    if (!plan) return [];
    // Two contracts that are signed at once begin one onboarding.
    await sql.query(
      `select pg_advisory_xact_lock(hashtextextended('onboarding ' || $1 || $2, 0))`,
      [organisationId, providerId],
    );
    const known = await this.standing(sql, plan, providerId);
    const onboardingId = known ?? randomUUIDv7();
    const told = known ? [] : await this.begin(sql, plan, { ...engagement, onboardingId });
    await sql.query(
      'insert into onboarding_contracts (contract_id, onboarding_id) values ($1, $2)',
      [contractId, onboardingId],
    );
    return told;
  }

  /** One that is under way, or that was done and counts still. */
  private async standing(sql: Sql, plan: PlanRow, providerId: string): Promise<string | null> {
    const [last] = await sql.query<{ id: string; doneAt: string | null }>(
      `select id, done_at as "doneAt" from onboardings
        where organisation_id = $1 and provider_id = $2 and workspace_id is not distinct from $3
        order by begun_at desc, id desc limit 1`,
      [plan.organisationId, providerId, plan.workspaceId],
    );
    if (!last) return null;
    const stands = !last.doneAt || counts(new Date(last.doneAt), plan.validDays, this.clock.now());
    return stands ? last.id : null;
  }

  private async begin(
    sql: Sql,
    plan: PlanRow,
    { onboardingId, contractId, providerId }: Engagement & { onboardingId: string },
  ): Promise<Told[]> {
    const { organisationId, workspaceId } = plan;
    const now = this.clock.now();
    const tasks = plan.tasks.map(({ id, required, days }, place) => ({
      ...{ id, required, place, dueAt: dueAt(now, days) },
    }));
    const open = tasks.map((task) => ({ ...task, taskId: task.id, state: 'open' as const }));
    const doneAt = isDone(open) ? now : null;
    await sql.query(
      `insert into onboardings (id, plan_id, organisation_id, workspace_id, provider_id, begun_at,
          done_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [onboardingId, plan.id, organisationId, workspaceId, providerId, now, doneAt],
    );
    await sql.query(
      `insert into onboarding_tasks (onboarding_id, task_id, place, required, state, due_at)
        select $1, t.id, t.place, t.required, 'open', t."dueAt"
          from jsonb_to_recordset($2::jsonb)
            as t(id uuid, place int, required boolean, "dueAt" timestamptz)`,
      [onboardingId, JSON.stringify(tasks)],
    );
    for (const task of tasks)
      await setTimer(sql, {
        ...{ kind: taskReminder, key: `${onboardingId}:${task.id}` },
        dueAt: remindAt(now, task.dueAt).toISOString(),
      });
    const fact = { onboardingId, organisationId, providerId, contractId, planId: plan.id };
    return [about('onboarding', onboardingId, 'OnboardingBegun', fact)];
  }
}
