import { parse } from 'csv-parse';
import { createReadStream, existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { distinct, type ListedEntry, type ReadList } from '../domain/listed';
import { plainName } from './ofac-names';

const kinds: Record<string, ListedEntry['kind']> = { individual: 'person', vessel: 'ship' };
const nothing = '-0-';

async function* rowsOf(file: string): AsyncGenerator<string[]> {
  if (!existsSync(file)) return;
  const options = { relax_column_count: true, relax_quotes: true, trim: true, bom: true };
  const rows = createReadStream(file).pipe(parse(options)) as AsyncIterable<string[]>;
  // The file ends in the end-of-file sign of an older system.
  for await (const row of rows) if (/^\d+$/.test(row[0] ?? '')) yield row;
}

/**
 * OFAC's SDN list as CSV: `sdn.csv`, and beside it `alt.csv` (aliases) and `add.csv` (addresses) when they
 * are there. The files carry no date: the day they were written is their version.
 */
export async function readOfacCsv(file: string): Promise<ReadList> {
  const beside = (name: string): string => join(dirname(file), name);
  const aliases = await gathered(beside('alt.csv'), 3);
  const places = await gathered(beside('add.csv'), 4);
  const entries: ListedEntry[] = [];
  for await (const row of rowsOf(file)) {
    const [id = '', name = '', kind = '', programmes = ''] = row;
    const remarks = row[11] ?? '';
    entries.push({
      externalId: id,
      kind: kinds[kind] ?? 'company',
      names: distinct([name, ...(aliases.get(id) ?? []), ...quoted(remarks)].map(plainName)),
      births: birthsIn(remarks),
      countries: distinct([...(places.get(id) ?? []), ...nationalities(remarks)]),
      programmes: programmes.split(/[\][\s]+/).filter((word) => word !== '' && word !== nothing),
    });
  }
  const { mtime } = await stat(file);
  return { date: mtime.toISOString().slice(0, 10), entries };
}

async function gathered(file: string, column: number): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for await (const row of rowsOf(file)) {
    const [id = ''] = row;
    const word = row[column] ?? nothing;
    if (word !== nothing) found.set(id, [...(found.get(id) ?? []), word]);
  }
  return found;
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `DOB 12 Mar 1971; alt. DOB 1972; DOB circa 1970` */
function birthsIn(remarks: string): string[] {
  const dates = remarks.matchAll(/DOB (?:circa )?(?:(\d{1,2}) )?(?:([A-Z][a-z]{2}) )?(\d{4})/g);
  return [...dates].map(([, day, month, year = '']) => {
    const number = month ? String(months.indexOf(month) + 1).padStart(2, '0') : '';
    return [year, number, number && day ? day.padStart(2, '0') : ''].filter(Boolean).join('-');
  });
}

const nationalities = (remarks: string): string[] =>
  [...remarks.matchAll(/(?:nationality|citizen|Nationality of Registration) ([^;.]+)/g)].map(
    ([, country = '']) => country,
  );

/** `a.k.a. 'BNC'.` */
const quoted = (remarks: string): string[] =>
  [...remarks.matchAll(/[af]\.k\.a\. '([^']+)'/g)].map(([, name = '']) => name);
