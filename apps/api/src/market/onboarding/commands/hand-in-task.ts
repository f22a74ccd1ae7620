import type { Sql } from '@eventstore/record';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import type { HandIn } from '@wire/onboarding';
import { abilityFor } from '@wire/permissions';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { createHash } from 'node:crypto';
import { NamesOf } from '../../../people/profiles';
import { FilesOwnedBy } from '../../../platform/files';
import { onboardingFor, tasksOf } from '../adapters/onboarding-rows';
import { finished } from '../adapters/finished';
import { handIn } from '../domain/onboarding';

/** The provider does a task: confirms, signs, uploads or answers. */
export class HandInTask extends Command<void> {
  constructor(
    readonly onboardingId: string,
    readonly taskId: string,
    readonly input: HandIn,
  ) {
    super();
  }
}

@CommandHandler(HandInTask)
export class HandInTaskHandler implements ICommandHandler<HandInTask> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: QueryBus,
  ) {}

  async execute({ onboardingId, taskId, input }: HandInTask): Promise<void> {
    const { actor } = this.context;
    const name = (await this.queries.execute(new NamesOf([actor.id]))).get(actor.id)?.name ?? '';
    await this.facts.commit(async (_, sql) => {
      const row = await onboardingFor(sql, [abilityFor(actor), 'answer'], onboardingId);
      const task = row.plan.tasks.find(({ id }) => id === taskId);
      const standing = (await tasksOf(sql, onboardingId)).find((one) => one.taskId === taskId);
      if (!task || !standing) return reject('onboarding.no_such_task');
      const state = handIn(task, standing, input, name);
      if (input.kind === 'upload') await this.isMine(input.fileId);
      const sha256 = task.text ? createHash('sha256').update(task.text).digest('hex') : null;
      await this.keep(sql, { onboardingId, taskId, state, sha256, name }, input);
      const { organisationId, providerId } = row;
      const standingFact = { onboardingId, organisationId, providerId };
      const { kind, reviewed } = task;
      const fact = { ...standingFact, taskId, kind, sha256, reviewed };
      const told = [about('onboarding', onboardingId, 'OnboardingTaskHandedIn', fact)];
      return { told: [...told, ...(await finished(sql, standingFact, this.clock.now()))] };
    });
  }

  private async isMine(fileId: string): Promise<void> {
    const mine = await this.queries.execute(new FilesOwnedBy(this.context.actor.id));
    if (!mine.some(({ id }) => id === fileId)) reject('files.not_found');
  }

  /** The name is kept as the account has it, like the signatures of a contract. */
  private async keep(
    sql: Sql,
    to: {
      onboardingId: string;
      taskId: string;
      state: string;
      sha256: string | null;
      name: string;
    },
    input: HandIn,
  ): Promise<void> {
    await sql.query(
      `update onboarding_tasks set state = $3, handed_in_at = $4, sha256 = $5, signature = $6,
          answer = $7, file_id = $8, reason = null, reviewed_by = null, reviewed_at = null
        where onboarding_id = $1 and task_id = $2`,
      [
        ...[to.onboardingId, to.taskId, to.state, this.clock.now().toISOString(), to.sha256],
        input.kind === 'sign' ? to.name : null,
        input.kind === 'answer' ? input.answer : null,
        input.kind === 'upload' ? input.fileId : null,
      ],
    );
  }
}
