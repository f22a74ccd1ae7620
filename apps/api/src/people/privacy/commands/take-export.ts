import type { Sql } from '@eventstore/record';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { about, Facts } from '@kernel/facts';
import { isSame } from '@kernel/is-same';
import { reject } from '@kernel/reject';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { createHash, randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import { KeptObject } from '../../../platform/files';
import { StepUp } from '../../accounts';
import { exportObject } from '../adapters/export-rows';
import { linkMs } from '../domain/own-requests';

const hash = (key: string): Buffer => createHash('sha256').update(key).digest();

interface Row {
  readonly state: string;
  readonly link_hash: Buffer | null;
  readonly link_until: Date | null;
}

const find = async (sql: Sql, exportId: string, accountId: string): Promise<Row> => {
  const [row] = await sql.query<Row>(
    'select state, link_hash, link_until from data_exports where id = $1 and account_id = $2',
    [exportId, accountId],
  );
  if (!row) return reject('privacy.no_such_export');
  if (row.state === 'expired') reject('privacy.export_expired');
  if (row.state === 'making') reject('privacy.export_under_way');
  return row;
};

/** The actor proved who they are: a link for a few minutes. */
export class LinkToExport extends Command<{ url: string }> {
  constructor(readonly exportId: string) {
    super();
  }
}

/** The copy itself, by such a link. Rejects privacy.link_ended. */
export class TakeOwnExport extends Command<{ name: string; content: Readable }> {
  constructor(
    readonly exportId: string,
    readonly key: string,
  ) {
    super();
  }
}

@CommandHandler(LinkToExport)
export class LinkToExportHandler implements ICommandHandler<LinkToExport> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly stepUp: StepUp,
  ) {}

  async execute({ exportId }: LinkToExport): Promise<{ url: string }> {
    this.stepUp.require('export');
    await find(this.database, exportId, this.context.actor.id);
    const key = randomBytes(32).toString('base64url');
    // The machine's time, as with sessions: a moved business clock opens nothing.
    await this.database.query(
      'update data_exports set link_hash = $2, link_until = $3 where id = $1',
      [exportId, hash(key), new Date(Date.now() + linkMs).toISOString()],
    );
    return { url: `/api/privacy/exports/${exportId}/content?key=${key}` };
  }
}

@CommandHandler(TakeOwnExport)
export class TakeOwnExportHandler implements ICommandHandler<TakeOwnExport> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
    private readonly facts: Facts,
  ) {}

  async execute({ exportId, key }: TakeOwnExport): Promise<{ name: string; content: Readable }> {
    const { id: accountId } = this.context.actor;
    const { link_hash: linkHash, link_until: until } = await find(
      this.database,
      exportId,
      accountId,
    );
    const isGood =
      linkHash !== null &&
      until !== null &&
      until.getTime() > Date.now() &&
      isSame(linkHash, hash(key));
    if (!isGood) reject('privacy.link_ended');
    const content = await this.queries.execute(new KeptObject(exportObject(exportId)));
    if (!content) return reject('privacy.export_expired');
    await this.facts.commit(async (_, sql) => {
      await sql.query('update data_exports set downloads = downloads + 1 where id = $1', [
        exportId,
      ]);
      return { told: [about('privacy', accountId, 'DataExportTaken', { accountId, exportId })] };
    });
    return { name: `guildhall-${exportId}.zip`, content };
  }
}
