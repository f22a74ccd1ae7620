import type { JobDraft } from '@wire/jobs';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Facts } from '@kernel/facts';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { lockedJob } from '../adapters/locked-job';
import { contentOf, saveable } from '../domain/job';
import type { Saved } from './draft-job';

export interface DraftToSave {
  readonly revision: number;
  readonly draft: JobDraft;
}

/** Saves the whole draft over the revision that the form began with. */
export class SaveDraft extends Command<Saved> {
  constructor(
    readonly jobId: string,
    readonly input: DraftToSave,
  ) {
    super();
  }
}

@CommandHandler(SaveDraft)
export class SaveDraftHandler implements ICommandHandler<SaveDraft> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {}

  execute({ jobId, input }: SaveDraft): Promise<Saved> {
    return this.facts.commit(async (em) => {
      const job = await lockedJob(em, jobId);
      saveable(job, this.context.actor.id, input.revision);
      job.content = contentOf(input.draft);
      job.revision += 1;
      job.savedAt = this.clock.now();
      const { revision, savedAt } = job;
      // An autosave is no fact: the record hears of the job when it is published.
      return { told: [], answer: { id: jobId, revision, savedAt: savedAt.toISOString() } };
    });
  }
}
