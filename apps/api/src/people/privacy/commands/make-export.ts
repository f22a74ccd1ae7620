import { Belongings } from '@kernel/belongings';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { about, Facts } from '@kernel/facts';
import { takeover } from '@kernel/jobs';
import { SubjectKeys } from '@kernel/subject-keys';
import { setTimer } from '@kernel/timers';
import { Processor, WorkerHost } from '@nestjs/bullmq';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Job } from 'bullmq';
import { BytesOf, FilesOwnedBy, KeepObject } from '../../../platform/files';
import { ReadersOf } from '../../accounts';
import { exportObject } from '../adapters/export-rows';
import { OwnArchive } from '../adapters/own-archive';
import { OwnMask } from '../adapters/own-mask';
import { keptMs } from '../domain/own-requests';
import { exportExpiry } from './expire-export';

interface Wanted {
  readonly id: string;
  readonly account_id: string;
  readonly state: string;
  readonly asked_at: Date;
}

/** Makes somebody's copy and keeps it for a week. A job that comes again begins anew. */
@Processor('takeouts', takeover)
export class MakeExport extends WorkerHost {
  constructor(
    private readonly belongings: Belongings,
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly keys: SubjectKeys,
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {
    super();
  }

  async process({ data }: Job<{ exportId: string }>): Promise<void> {
    const [wanted] = await this.database.query<Wanted>(
      'select id, account_id, state, asked_at from data_exports where id = $1',
      [data.exportId],
    );
    if (wanted?.state !== 'making') return;
    // Read with the person's own eyes: what they may not see does not get in.
    const actor = { type: 'user' as const, id: wanted.account_id, roles: [] };
    await this.context.run({ actor }, () => this.make(wanted));
  }

  private async make(wanted: Wanted): Promise<void> {
    const { id: exportId, account_id: accountId } = wanted;
    const archive = new OwnArchive();
    const kept = this.commands.execute(new KeepObject(exportObject(exportId), archive.content));
    try {
      await this.fill(archive, wanted);
    } catch (error) {
      archive.content.destroy(error as Error);
      await kept.catch(() => undefined);
      throw error;
    }
    await kept;
    await this.tell(exportId, accountId, archive);
  }

  private async fill(archive: OwnArchive, wanted: Wanted): Promise<void> {
    const { id: exportId, account_id: accountId, asked_at: askedAt } = wanted;
    const parts = await this.belongings.of(this.database, accountId);
    const files = await this.queries.execute(new FilesOwnedBy(accountId));
    const mask = this.maskFor(accountId);
    const total = parts.length + files.length;
    let done = 0;
    const step = () => this.progress(exportId, (done += 1), total);
    for (const { context, tables } of parts) {
      for (const { name, lines } of tables)
        archive.table(`${context}/${name}`, await mask.lines(lines));
      await step();
    }
    for (const { id, name } of files)
      archive.file(`files/${id}/${plain(name)}`, async () => {
        await step();
        return this.queries.execute(new BytesOf(id));
      });
    const madeAt = this.clock.now().toISOString();
    archive.close({ exportId, accountId, askedAt: askedAt.toISOString(), madeAt });
  }

  private maskFor(subject: string): OwnMask {
    return new OwnMask({
      subject,
      open: (sealed) => this.keys.open(sealed),
      people: async (ids) => new Set((await this.queries.execute(new ReadersOf(ids))).keys()),
    });
  }

  private async progress(exportId: string, done: number, total: number): Promise<void> {
    await this.database.query('update data_exports set done = $2, total = $3 where id = $1', [
      ...[exportId, done, total],
    ]);
  }

  private async tell(exportId: string, accountId: string, archive: OwnArchive): Promise<void> {
    const { size, files, manifestSha256: manifestHash } = archive;
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + keptMs).toISOString();
    await this.facts.commit(async (_, sql) => {
      await sql.query(
        `update data_exports set state = 'ready', size = $2, files = $3, manifest_sha256 = $4,
          ready_at = $5, expires_at = $6 where id = $1`,
        [exportId, size, files, manifestHash, now.toISOString(), expiresAt],
      );
      await setTimer(sql, { kind: exportExpiry, key: exportId, dueAt: expiresAt });
      const fact = { accountId, exportId, manifestHash, files, size, expiresAt };
      return { told: [about('privacy', accountId, 'DataExportReady', fact)] };
    });
  }
}

/** As a path inside an archive may be written. */
const plain = (name: string): string =>
  name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_').replace(/^\.+/, '_') || 'file';
