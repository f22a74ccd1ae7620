import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import type { FileView } from '@wire/files';
import type { OnboardingTask, OnboardingView } from '@wire/onboarding';
import { abilityFor } from '@wire/permissions';
import type { Person } from '@wire/primitives';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { NamesOf } from '../../../people/profiles';
import { DescribeFiles } from '../../../platform/files';
import { ContractTitles } from '../../contracts';
import { may, onboardingFor, tasksOf, type TaskRow } from '../adapters/onboarding-rows';
import { dueAt, isOverdue, type Task } from '../domain/onboarding';
import { progressed, shown, type Progressed } from './progress';

/** The tasks of one provider for one organisation, and what came of each. */
export class OnboardingPage extends Query<OnboardingView> {
  constructor(readonly onboardingId: string) {
    super();
  }
}

@QueryHandler(OnboardingPage)
export class OnboardingPageHandler implements IQueryHandler<OnboardingPage> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: QueryBus,
  ) {}

  async execute({ onboardingId }: OnboardingPage): Promise<OnboardingView> {
    const { actor } = this.context;
    const ability = abilityFor(actor);
    const row = await onboardingFor(this.database, [ability, 'read'], onboardingId);
    const now = this.clock.now().toISOString();
    const rows = await this.database.query<Progressed>(`${progressed} where o.id = $2`, [
      now,
      onboardingId,
    ]);
    const [summary = reject('onboarding.not_found')] = await shown(this.queries, rows);
    const { doneAt, validDays, plan } = row;
    return {
      ...summary,
      version: plan.version,
      countsUntil: doneAt && dueAt(doneAt, validDays).toISOString(),
      contracts: await this.contracts(onboardingId),
      mine: row.providerId === actor.id,
      mayReview: may(ability, 'review', row),
      all: await this.tasks(onboardingId, plan.tasks),
    };
  }

  private async contracts(onboardingId: string): Promise<OnboardingView['contracts']> {
    const rows = await this.database.query<{ id: string }>(
      `select contract_id as id from onboarding_contracts where onboarding_id = $1
        order by contract_id`,
      [onboardingId],
    );
    const ids = rows.map(({ id }) => id);
    const titles = await this.queries.execute(new ContractTitles(ids));
    return ids.map((id) => ({ id, title: titles.get(id) ?? '' }));
  }

  private async tasks(onboardingId: string, plan: readonly Task[]): Promise<OnboardingTask[]> {
    const rows = await tasksOf(this.database, onboardingId);
    const reviewers = rows.flatMap(({ reviewedBy }) => reviewedBy ?? []);
    const people = await this.queries.execute(new NamesOf(new Set(reviewers)));
    // Who may see the task may see its file: the house looks it up, whoever asks.
    const files = await this.context.run({}, () =>
      this.queries.execute(new DescribeFiles(rows.flatMap(({ fileId }) => fileId ?? []))),
    );
    const now = this.clock.now();
    return rows.flatMap((row) => {
      const task = plan.find(({ id }) => id === row.taskId);
      return task ? [taskView(onboardingId, { task, row, people, files, now })] : [];
    });
  }
}

interface Known {
  readonly task: Task;
  readonly row: TaskRow;
  readonly people: ReadonlyMap<string, Person>;
  readonly files: ReadonlyMap<string, FileView>;
  readonly now: Date;
}

function taskView(onboardingId: string, { task, row, people, files, now }: Known): OnboardingTask {
  const file = row.fileId ? files.get(row.fileId) : undefined;
  const url = `/api/onboardings/${onboardingId}/tasks/${task.id}/file`;
  return {
    ...task,
    state: row.state,
    dueAt: row.dueAt.toISOString(),
    overdue: isOverdue(row, now),
    handedInAt: row.handedInAt?.toISOString() ?? null,
    ...{ answer: row.answer, signature: row.signature, sha256: row.sha256, reason: row.reason },
    file: file ? { name: file.name, size: file.size, state: file.state, url } : null,
    reviewedBy: row.reviewedBy ? (people.get(row.reviewedBy) ?? null) : null,
    reviewedAt: row.reviewedAt?.toISOString() ?? null,
  };
}
