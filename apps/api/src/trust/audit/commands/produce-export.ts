import type { Signer } from '@eventstore/notes';
import { signNote } from '@eventstore/notes';
import { sha256 } from '@eventstore/chain';
import { subtreeOf } from '@eventstore/tiles';
import type { AuditExport, ExportScope } from '@wire/audit';
import { Clock } from '@kernel/clock';
import { Database } from '@kernel/database';
import { Injectable } from '@nestjs/common';
import { readFile } from 'node:fs/promises';
import { ExportFolder } from '../adapters/export-folder';
import { LogKeys } from '../adapters/log-keys';
import {
  checkpointOf,
  eventsOutsideTheLog,
  leavesBetween,
  leavesOf,
  type CheckpointRow,
} from '../adapters/log-rows';
import {
  balancesCsv,
  chartCsv,
  entriesHead,
  streamsCsv,
  trialBalanceCsv,
  verifyPage,
} from '../domain/export-files';
import { ExportPlans } from '../queries/export-plan';
import { accountLines, coverOf, streamLines } from '../queries/export-tables';
import { LogTiles } from '../queries/log-tiles';
import { ExportWriter } from './export-writer';

const pageSize = 1_000;

export interface Produced {
  readonly folder: ExportFolder;
  readonly manifestSha256: string;
  readonly events: number;
  readonly checkpointSize: number;
}

type Progress = (done: number, total: number) => Promise<void>;

/** Writes a whole export into a folder; whoever asked for it puts it away and removes the folder. */
@Injectable()
export class ExportMaker {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keys: LogKeys,
    private readonly tiles: LogTiles,
    private readonly plans: ExportPlans,
  ) {}

  async make(
    { id, scope }: Pick<AuditExport, 'id' | 'scope'>,
    checkpoint: CheckpointRow,
    progress: Progress,
  ): Promise<Produced> {
    const folder = await ExportFolder.open(`export-${id}`);
    try {
      const writer = new ExportWriter(folder);
      await writer.begin(entriesHead);
      await this.writeEvents(scope, checkpoint.size, writer, progress);
      const accounts = await this.writeTables(scope, folder, writer);
      await this.writeLog(checkpoint, folder, writer);
      await folder.append('VERIFY.md', verifyPage(id, this.keys.current.vkey, this.keys.origin));
      await folder.append('verify.mjs', await readFile('libs/verifier/verify.mjs'));
      const manifest = this.manifest({ id, scope }, checkpoint, folder, { writer, accounts });
      const manifestSha256 = sha256(manifest).toString('hex');
      await folder.append('manifest.json', manifest);
      await folder.append('manifest.sig', seal(id, manifestSha256, this.keys.current));
      return {
        folder,
        manifestSha256,
        events: writer.events,
        checkpointSize: checkpoint.size,
      };
    } catch (error) {
      await folder.remove();
      throw error;
    }
  }

  /** The newest head of the log; an export always stands under one. */
  head(): Promise<CheckpointRow | null> {
    return checkpointOf(this.database, 'newest');
  }

  private async writeEvents(
    scope: ExportScope,
    size: number,
    writer: ExportWriter,
    progress: Progress,
  ): Promise<void> {
    const plan = await this.plans.of(scope, size);
    for (const page of plan.pages(pageSize)) {
      const events =
        'numbers' in page
          ? await leavesOf(this.database, page.numbers)
          : await leavesBetween(this.database, page.from, page.to);
      await writer.write(events);
      await progress(writer.events, plan.total);
    }
    // What somebody slipped into the record behind the log's back is shown, not left out.
    if (scope.kind === 'everything')
      await writer.write(await eventsOutsideTheLog(this.database, size));
  }

  private async writeTables(
    scope: ExportScope,
    folder: ExportFolder,
    writer: ExportWriter,
  ): Promise<number> {
    const first = writer.numbers[0] ?? 0;
    const accounts = await accountLines(this.database, scope, writer.movements, first);
    await folder.append('balances.csv', balancesCsv(accounts));
    await folder.append('trial_balance.csv', trialBalanceCsv(accounts));
    await folder.append('chart_of_accounts.csv', chartCsv(accounts));
    await folder.append(
      'streams.csv',
      streamsCsv(await streamLines(this.database, writer.streams)),
    );
    return accounts.length;
  }

  private async writeLog(
    { size, note }: CheckpointRow,
    folder: ExportFolder,
    { numbers }: ExportWriter,
  ): Promise<void> {
    await folder.append('tlog/checkpoint', note);
    await folder.append('tlog/cover', await coverOf(numbers, size, subtreeOf(this.tiles, size)));
  }

  private manifest(
    { id: exportId, scope }: Pick<AuditExport, 'id' | 'scope'>,
    { size, root }: CheckpointRow,
    folder: ExportFolder,
    { writer, accounts }: { writer: ExportWriter; accounts: number },
  ): string {
    const { origin, current } = this.keys;
    const { events, entries, streams, totals, numbers } = writer;
    const content = {
      format: 'guildhall.export.v1',
      exportId,
      scope,
      producedAt: this.clock.now().toISOString(),
      log: { origin, size, root: root.toString('base64'), vkey: current.vkey },
      leaves: { first: numbers[0] ?? null, last: numbers.at(-1) ?? null, count: numbers.length },
      counts: { events, entries, streams: streams.size, accounts },
      totals: [...totals].map(([currency, { entries: count, debit, credit }]) => ({
        currency,
        entries: count,
        debitMinor: debit.toString(),
        creditMinor: credit.toString(),
      })),
      files: folder.files(),
    };
    return `${JSON.stringify(content, null, 2)}\n`;
  }
}

const seal = (exportId: string, manifestSha256: string, signer: Signer): string =>
  signNote(`guildhall.export.v1\n${exportId}\n${manifestSha256}\n`, [signer]);
