import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import { abilityFor } from '@wire/permissions';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { LinkToFile } from '../../../platform/files';
import { onboardingFor, tasksOf } from '../adapters/onboarding-rows';

/** A short-lived link to what was uploaded for a task, for whoever may see the task now. */
export class TaskFile extends Query<string> {
  constructor(
    readonly onboardingId: string,
    readonly taskId: string,
  ) {
    super();
  }
}

@QueryHandler(TaskFile)
export class TaskFileHandler implements IQueryHandler<TaskFile> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ onboardingId, taskId }: TaskFile): Promise<string> {
    const ability = abilityFor(this.context.actor);
    await onboardingFor(this.database, [ability, 'read'], onboardingId);
    const tasks = await tasksOf(this.database, onboardingId);
    const fileId = tasks.find((one) => one.taskId === taskId)?.fileId;
    if (!fileId) return reject('files.not_found');
    // Members come and go, and a grant would stay: it is decided here, each time.
    return this.context.run({}, () => this.queries.execute(new LinkToFile(fileId)));
  }
}
