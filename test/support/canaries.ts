import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { testDatabase } from './database';

/** A word that nobody else ever writes, in what a person types. */
let turn = 0;
export const canary = (place: string): string => `cnry${String((turn += 1))}x${place}`;
const pattern = /cnry\d+x\w*/gi;

/** Every table of every schema, as text. */
export async function dump(): Promise<string> {
  const { ownerUrl } = await testDatabase();
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    const texts: string[] = [];
    for (const { name } of rows) {
      const table = await client.query<{ t: string }>(`select t::text as t from ${name} t`);
      texts.push(...table.rows.map(({ t }) => `${name} ${t}`));
    }
    return texts.join('\n');
  } finally {
    await client.end();
  }
}

export function filesIn(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.tar'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'))
    .join('\n');
}

/** Where a canary still sings. */
export const found = (text: string): string[] =>
  text
    .split('\n')
    .filter((row) => row.search(pattern) >= 0)
    .map((row) => `${row.slice(0, 60)} … ${String(row.match(pattern)?.join(' '))}`);
