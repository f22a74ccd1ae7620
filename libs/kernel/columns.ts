/** A table, some of its columns and what they are, as `format_type` says it. */
export interface Columns {
  readonly name: string;
  readonly columns: readonly string[];
  readonly types: readonly string[];
}

const special = /["'\\]/;

/**
 * Many rows as one list for each column: the database reads a list of values in a fraction of what it
 * takes to parse as many expressions. `places` says which value of a row stands in which column.
 */
export function inColumns(
  { name, columns, types }: Columns,
  places: readonly number[],
  rows: readonly (readonly unknown[])[],
): string {
  const lists = types.map((type, at) => {
    const place = places[at] ?? -1;
    return `'{${rows.map((row) => cell(row[place])).join(',')}}'::${type}[]`;
  });
  return `insert into ${name} (${columns.join(', ')}) select * from unnest(${lists.join(', ')})`;
}

/** A value inside of a list, which stands inside of quotes. */
function cell(value: unknown): string {
  const text = asText(value);
  if (text === null) return 'NULL';
  if (!special.test(text)) return `"${text}"`;
  return `"${text.replaceAll(/["\\]/g, String.raw`\$&`).replaceAll("'", "''")}"`;
}

/** A value as PostgreSQL reads it; null is SQL's. */
export function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Buffer) return `\\x${value.toString('hex')}`;
  if (Array.isArray(value)) return `{${value.map(element).join(',')}}`;
  if (typeof value === 'object') return JSON.stringify(value);
  return `${value as string | number | bigint | boolean}`;
}

const element = (value: unknown): string =>
  value === null ? 'null' : JSON.stringify(`${value as string | number | bigint}`);
