import { parse } from 'csv-parse';
import { createReadStream } from 'node:fs';
import { distinct, type ListedEntry, type ReadList } from '../domain/listed';

type Row = Readonly<Record<string, string>>;

const kinds: Record<string, ListedEntry['kind']> = {
  Person: 'person',
  Company: 'company',
  LegalEntity: 'company',
  Organization: 'company',
  PublicBody: 'company',
};

/**
 * People in public office as OpenSanctions writes them (`targets.simple.csv`): a heading, and several
 * values of a field with semicolons. The newest day on which an entry was seen is the day of the list.
 */
export async function readPepCsv(file: string): Promise<ReadList> {
  const entries: ListedEntry[] = [];
  let date = '';
  const rows = createReadStream(file).pipe(
    parse({ columns: true, bom: true, relax_column_count: true }),
  ) as AsyncIterable<Row>;
  for await (const row of rows) {
    const seen = (row['last_seen'] ?? '').slice(0, 10);
    if (seen > date) date = seen;
    const kind = kinds[row['schema'] ?? ''];
    if (kind) entries.push(entryOf(row, kind));
  }
  return { date, entries };
}

const several = (row: Row, column: string): string[] =>
  (row[column] ?? '')
    .split(';')
    .map((value) => value.trim())
    .filter((value) => value !== '');

function entryOf(row: Row, kind: ListedEntry['kind']): ListedEntry {
  return {
    externalId: row['id'] ?? '',
    kind,
    names: distinct([row['name'] ?? '', ...several(row, 'aliases')]),
    births: several(row, 'birth_date'),
    countries: several(row, 'countries').map((code) => code.toUpperCase()),
    programmes: several(row, 'dataset'),
  };
}
