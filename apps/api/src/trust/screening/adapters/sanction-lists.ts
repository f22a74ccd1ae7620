import type { Sql } from '@eventstore/record';
import type { ListKind } from '@wire/screening';
import { Database } from '@kernel/database';
import { Injectable } from '@nestjs/common';
import { NameIndex } from '../domain/name-index';
import { possible, strong } from '../domain/strength';
import { foldName } from './fold-name';

export interface EntryRow {
  readonly id: string;
  readonly source: string;
  readonly kind: ListKind;
  readonly names: readonly string[];
  readonly births: readonly string[];
  readonly countries: readonly string[];
  readonly programmes: readonly string[];
  readonly hash: string;
}

export interface Hit {
  readonly entryId: string;
  readonly listedName: string;
  readonly score: number;
}

interface Group {
  readonly index: NameIndex;
  readonly names: readonly string[];
  readonly least: number;
}

/** How much a proved birthday may still add to a name. */
const margin = 0.03;

/** The lists as they are in the tables, indexed in memory anew whenever one of them has another version. */
@Injectable()
export class SanctionLists {
  private versions = '';
  private groups: readonly Group[] = [];
  private loading: Promise<void> | undefined;

  constructor(private readonly database: Database) {}

  /** Listed names like this one: people from `possible` on, companies and ships when very alike. */
  async like(name: string): Promise<Hit[]> {
    await this.refresh();
    const folded = foldName(name);
    return this.groups.flatMap(({ index, names, least }) =>
      index.search(folded, least - margin).map(({ entry, score, name: place }) => ({
        ...{ entryId: entry, listedName: names[place] ?? '', score },
      })),
    );
  }

  private async refresh(): Promise<void> {
    const [row] = await this.database.query<{ versions: string | null }>(
      "select string_agg(source || version, ',' order by source) as versions from sanction_lists",
      [],
      'sanction_lists.versions',
    );
    const versions = row?.versions ?? '';
    if (versions === this.versions) return;
    this.loading ??= this.load(versions).finally(() => (this.loading = undefined));
    await this.loading;
  }

  private async load(versions: string): Promise<void> {
    const rows = await this.database.query<{ id: string; kind: ListKind; name: string }>(
      `select e.id, e.kind, n.name from sanction_entries e, unnest(e.names) as n (name)
        where not e.gone order by e.id`,
    );
    const group = (isPerson: boolean, least: number): Group => {
      const own = rows.filter(({ kind }) => (kind === 'person') === isPerson);
      const listed = own.map(({ id, name }) => ({ entry: id, folded: foldName(name) }));
      return { index: new NameIndex(listed), names: own.map(({ name }) => name), least };
    };
    this.groups = [group(true, possible), group(false, strong)];
    this.versions = versions;
  }
}

export async function entriesOf(sql: Sql, ids: readonly string[]): Promise<Map<string, EntryRow>> {
  const rows = await sql.query<EntryRow>(
    `select id, source, kind, names, births, countries, programmes, hash
      from sanction_entries where id = any($1) and not gone`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
