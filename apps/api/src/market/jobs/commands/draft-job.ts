import type { JobDraft } from '@wire/jobs';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { ActingFor } from '../../../people/organisations';
import { JobRow } from '../adapters/job-row';
import { contentOf } from '../domain/job';

export interface Saved {
  readonly id: string;
  readonly revision: number;
  readonly savedAt: string;
}

/** A client begins to describe a job, for themselves or for the workspace that they act for. */
export class DraftJob extends Command<Saved> {
  constructor(readonly draft: JobDraft) {
    super();
  }
}

@CommandHandler(DraftJob)
export class DraftJobHandler implements ICommandHandler<DraftJob> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: QueryBus,
  ) {}

  async execute({ draft }: DraftJob): Promise<Saved> {
    const id = randomUUIDv7();
    const { id: clientId } = this.context.actor;
    const now = this.clock.now();
    const acting = await this.queries.execute(new ActingFor());
    return this.facts.commit(async (em) => {
      const state = {
        id,
        clientId,
        organisationId: acting?.organisationId ?? null,
        workspaceId: acting?.workspaceId ?? null,
        status: 'draft' as const,
        revision: 1,
        content: contentOf(draft),
        fields: [],
      };
      em.create(JobRow, { ...state, draftedAt: now, savedAt: now });
      return {
        told: [about('job', id, 'JobDrafted', { jobId: id, clientId })],
        answer: { id, revision: 1, savedAt: now.toISOString() },
      };
    });
  }
}
