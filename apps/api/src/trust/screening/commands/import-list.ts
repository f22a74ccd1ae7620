import { canonical, sha256 } from '@eventstore/chain';
import type { Sql } from '@eventstore/record';
import type { ListSource } from '@wire/screening';
import { Clock } from '@kernel/clock';
import { about, Facts } from '@kernel/facts';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { ListedEntry } from '../domain/listed';
import { readList } from '../adapters/read-list';

export interface Imported {
  readonly version: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** Takes in a list file of an authority, whole or not at all. The same file again does nothing. */
export class ImportList extends Command<Imported | null> {
  constructor(
    readonly source: ListSource,
    readonly file: string,
  ) {
    super();
  }
}

const batch = 500;

@CommandHandler(ImportList)
export class ImportListHandler implements ICommandHandler<ImportList> {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  async execute({ source, file }: ImportList): Promise<Imported | null> {
    const { date, entries } = await readList(source, file);
    const rows = entries.map((entry) => ({ ...entry, hash: hashOf(entry) }));
    const hash = sha256(canonical(rows.map((row) => [row.externalId, row.hash]))).toString('hex');
    return this.facts.commit<Imported | null>(async (_, sql) => {
      await sql.query('select pg_advisory_xact_lock(hashtext($1))', [`sanctions-${source}`]);
      const [known] = await sql.query<{ version: number; sha256: string }>(
        'select version, sha256 from sanction_lists where source = $1',
        [source],
      );
      if (known?.sha256 === hash) return { told: [], answer: null };
      const version = (known?.version ?? 0) + 1;
      const counts = await this.keep(sql, { source, version, rows });
      await sql.query(
        `insert into sanction_lists (source, date, version, sha256, entries, imported_at)
          values ($1, $2, $3, $4, $5, $6)
          on conflict (source) do update set date = excluded.date, version = excluded.version,
            sha256 = excluded.sha256, entries = excluded.entries, imported_at = excluded.imported_at`,
        [source, date, version, hash, rows.length, this.clock.now().toISOString()],
      );
      const fact = { source, date, version, ...counts };
      const told = [about('list', source, 'SanctionListImported', fact)];
      return { told, answer: { version, ...counts } };
    });
  }

  private async keep(
    sql: Sql,
    { source, version, rows }: { source: ListSource; version: number; rows: readonly Row[] },
  ): Promise<Omit<Imported, 'version'>> {
    let [added, changed] = [0, 0];
    for (let at = 0; at < rows.length; at += batch) {
      const written = await sql.query<{ isNew: boolean }>(upsert, [
        source,
        version,
        JSON.stringify(rows.slice(at, at + batch)),
      ]);
      const fresh = written.filter(({ isNew }) => isNew).length;
      added += fresh;
      changed += written.length - fresh;
    }
    const gone = await sql.query(
      `update sanction_entries set gone = true, changed_in = $2
        where source = $1 and not gone and not (external_id = any($3)) returning 1`,
      [source, version, rows.map(({ externalId }) => externalId)],
    );
    return { added, changed, removed: gone.length };
  }
}

type Row = ListedEntry & { readonly hash: string };

const hashOf = (entry: ListedEntry): string => sha256(canonical({ ...entry })).toString('hex');

/** Rows that were new or different; what is as it was is not touched. */
const upsert = `
insert into sanction_entries (id, source, external_id, kind, names, births, countries, programmes,
    hash, changed_in)
  select $1 || ':' || e."externalId", $1, e."externalId", e.kind, e.names, e.births, e.countries,
    e.programmes, e.hash, $2
  from jsonb_to_recordset($3::jsonb) as e ("externalId" text, kind text, names text[],
    births text[], countries text[], programmes text[], hash text)
  on conflict (id) do update set kind = excluded.kind, names = excluded.names,
    births = excluded.births, countries = excluded.countries, programmes = excluded.programmes,
    hash = excluded.hash, changed_in = excluded.changed_in, gone = false
  where sanction_entries.hash <> excluded.hash or sanction_entries.gone
  returning (xmax = 0) as "isNew"`;
