import { about, Facts } from '@kernel/facts';
import { OnDue } from '@kernel/timers';
import { Injectable } from '@nestjs/common';
import { tasksOf } from '../adapters/onboarding-rows';
import { isUndone } from '../domain/onboarding';

/** The kind of deadline at which whoever has a task still to do hears of it. */
export const taskReminder = 'onboarding-reminder';

/** A task is due soon and nobody has done it. The key is the onboarding and the task. */
@Injectable()
@OnDue(taskReminder)
export class RemindOfTask {
  constructor(private readonly facts: Facts) {}

  async due(key: string): Promise<void> {
    const [onboardingId = '', taskId = ''] = key.split(':');
    await this.facts.commit(async (_, sql) => {
      const [row] = await sql.query<{ organisationId: string; providerId: string }>(
        `select organisation_id as "organisationId", provider_id as "providerId"
          from onboardings where id = $1`,
        [onboardingId],
      );
      const task = (await tasksOf(sql, onboardingId)).find((one) => one.taskId === taskId);
      if (!row || !task || !isUndone(task)) return { told: [] };
      const fact = { onboardingId, ...row, taskId, dueAt: task.dueAt.toISOString() };
      return { told: [about('onboarding', onboardingId, 'OnboardingTaskNears', fact)] };
    });
  }
}
