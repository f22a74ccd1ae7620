import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import type { PublishPlan as Input } from '@wire/onboarding';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { HasWorkspace, MustGovern } from '../../../people/organisations';

/** What is asked from now on of who works for an organisation, or for one workspace of it. */
export class PublishPlan extends Command<{ version: number }> {
  constructor(
    readonly organisationId: string,
    readonly input: Input,
  ) {
    super();
  }
}

@CommandHandler(PublishPlan)
export class PublishPlanHandler implements ICommandHandler<PublishPlan> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: QueryBus,
  ) {}

  async execute({ organisationId, input }: PublishPlan): Promise<{ version: number }> {
    await this.queries.execute(new MustGovern(organisationId));
    const { workspaceId, beforeWork, validDays } = input;
    if (workspaceId !== null)
      await this.queries.execute(new HasWorkspace(organisationId, workspaceId));
    const { id: by } = this.context.actor;
    const planId = randomUUIDv7();
    const tasks = input.tasks.map((task) => ({ id: randomUUIDv7(), ...task, text: textOf(task) }));
    return this.facts.commit<{ version: number }>(async (_, sql) => {
      // Two who publish at once follow each other.
      await sql.query(`select pg_advisory_xact_lock(hashtextextended('onboarding ' || $1, 0))`, [
        organisationId,
      ]);
      const [row] = await sql.query<{ version: number }>(
        `insert into onboarding_plans (id, organisation_id, workspace_id, version, before_work,
            valid_days, tasks, published_by, published_at)
          select $1, $2, $3, coalesce(max(version), 0) + 1, $4, $5, $6, $7, $8
            from onboarding_plans where organisation_id = $2 and workspace_id is not distinct from $3
          returning version`,
        [
          ...[planId, organisationId, workspaceId, beforeWork, validDays],
          ...[JSON.stringify(tasks), by, this.clock.now().toISOString()],
        ],
      );
      const version = row?.version ?? 1;
      const fact = { planId, organisationId, workspaceId, version, tasks: tasks.length, by };
      return {
        told: [about('onboarding', planId, 'OnboardingPlanned', fact)],
        answer: { version },
      };
    });
  }
}

const textOf = ({ kind, text }: Input['tasks'][number]): string =>
  kind === 'confirm' || kind === 'sign' ? text : '';
