import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { setTimer } from '@kernel/timers';
import type { ReviewTask as Verdict } from '@wire/onboarding';
import { abilityFor } from '@wire/permissions';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { finished } from '../adapters/finished';
import { onboardingFor, tasksOf } from '../adapters/onboarding-rows';
import { dueAgain, remindAt, reviewable } from '../domain/onboarding';
import { taskReminder } from './remind-of-task';

/** Somebody of the organisation takes what was handed in, or sends it back with a reason. */
export class ReviewTask extends Command<void> {
  constructor(
    readonly onboardingId: string,
    readonly taskId: string,
    readonly verdict: Verdict,
  ) {
    super();
  }
}

@CommandHandler(ReviewTask)
export class ReviewTaskHandler implements ICommandHandler<ReviewTask> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {}

  async execute({ onboardingId, taskId, verdict }: ReviewTask): Promise<void> {
    const { actor } = this.context;
    const now = this.clock.now();
    await this.facts.commit(async (_, sql) => {
      const row = await onboardingFor(sql, [abilityFor(actor), 'review'], onboardingId);
      const standing = (await tasksOf(sql, onboardingId)).find((one) => one.taskId === taskId);
      if (!standing) return reject('onboarding.no_such_task');
      reviewable(standing);
      const dueAt = verdict.accept ? standing.dueAt : dueAgain(standing.dueAt, now);
      await sql.query(
        `update onboarding_tasks set state = $3, reason = $4, due_at = $5, reviewed_by = $6,
            reviewed_at = $7 where onboarding_id = $1 and task_id = $2`,
        [
          ...[onboardingId, taskId, verdict.accept ? 'done' : 'returned'],
          ...[verdict.accept ? null : verdict.reason, dueAt.toISOString(), actor.id],
          now.toISOString(),
        ],
      );
      const { organisationId, providerId } = row;
      const sides = { onboardingId, organisationId, providerId };
      const fact = { ...sides, taskId, by: actor.id };
      if (verdict.accept) {
        const told = about('onboarding', onboardingId, 'OnboardingTaskAccepted', fact);
        return { told: [told, ...(await finished(sql, sides, now))] };
      }
      // A reminder that has fired stays fired: each time that the task comes back has its own.
      const key = `${onboardingId}:${taskId}:${now.toISOString()}`;
      const remind = remindAt(now, dueAt).toISOString();
      await setTimer(sql, { kind: taskReminder, key, dueAt: remind });
      const back = { ...fact, dueAt: dueAt.toISOString() };
      return { told: [about('onboarding', onboardingId, 'OnboardingTaskReturned', back)] };
    });
  }
}
