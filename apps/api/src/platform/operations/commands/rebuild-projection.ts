import { Database } from '@kernel/database';
import { Jobs, takeover } from '@kernel/jobs';
import { Rebuilds } from '@kernel/rebuilds';
import { reject } from '@kernel/reject';
import { Processor, WorkerHost } from '@nestjs/bullmq';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Job } from 'bullmq';
import { randomUUIDv7 } from 'node:crypto';

/**
 * Builds a read model anew beside the present one. Rejects projections.not_found, and
 * projections.busy while it is being built already.
 */
export class RebuildProjection extends Command<{ id: string }> {
  constructor(
    readonly projection: string,
    readonly evenIfDifferent: boolean,
  ) {
    super();
  }
}

@CommandHandler(RebuildProjection)
export class RebuildProjectionHandler implements ICommandHandler<RebuildProjection> {
  constructor(
    private readonly database: Database,
    private readonly rebuilds: Rebuilds,
    private readonly jobs: Jobs,
  ) {}

  async execute({ projection, evenIfDifferent }: RebuildProjection): Promise<{ id: string }> {
    const { on } = this.rebuilds.find(projection);
    const id = randomUUIDv7();
    await this.database.transaction(async (sql) => {
      const begun = await sql.query(
        `insert into projection_rebuilds (id, projection, state, total, started_at)
          values ($1, $2, 'building', (select count(*) from record.events where type = any($3)), now())
          on conflict do nothing returning 1`,
        [id, projection, Object.keys(on)],
      );
      if (begun.length === 0) reject('projections.busy');
      await this.jobs.add(sql, 'rebuilds', 'rebuild', { id, projection, evenIfDifferent }, { id });
    });
    return { id };
  }
}

interface Wanted {
  readonly id: string;
  readonly projection: string;
  readonly evenIfDifferent: boolean;
}

/** Does it, and says how far it is. What fails is said and not tried again: a person looks first. */
@Processor('rebuilds', takeover)
export class RunRebuild extends WorkerHost {
  constructor(
    private readonly database: Database,
    private readonly rebuilds: Rebuilds,
  ) {
    super();
  }

  async process({ data: { id, projection, evenIfDifferent } }: Job<Wanted>): Promise<void> {
    try {
      const progress = async (events: number) => {
        await this.database.query('update projection_rebuilds set events = $2 where id = $1', [
          id,
          events,
        ]);
      };
      const done = await this.rebuilds.run(projection, evenIfDifferent, progress);
      await this.database.query(
        `update projection_rebuilds set state = $2, events = $3, events_per_second = $4,
          differences = $5, ended_at = now() where id = $1`,
        [
          id,
          done.isSwapped ? 'swapped' : 'different',
          done.events,
          done.eventsPerSecond,
          done.differences,
        ],
      );
    } catch (error) {
      await this.database.query(
        "update projection_rebuilds set state = 'failed', error = $2, ended_at = now() where id = $1",
        [id, (error as Error).message],
      );
    }
  }
}
