import { Database } from '@kernel/database';
import pg from 'pg';
import { testDatabase } from '../../test/support/database';
import { Gathering } from './gathering';

const texts = [
  ...['plain', '', 'null', 'NULL', "o'clock", 'a "b" c', 'back\\slash', '{brace},comma', ' space '],
  ...['line\nand\ttab', 'ليلى', '🌱', '\\x00', "'; drop table rows; --"],
];
const insert = `insert into rows (id, at, said, n, facts, bytes, truth)
  values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing`;
const rows = Array.from({ length: 70 }, (_, n): unknown[] => {
  const said = texts[n % texts.length] ?? '';
  const isNull = n % 11 === 3;
  return [
    ...[n, new Date(1_767_225_600_000 + n), isNull ? null : said, isNull ? null : BigInt(n) * 7n],
    ...[{ said, of: [n] }, Buffer.from(said), n % 2 === 0],
  ];
});

let database: Database;
beforeAll(async () => {
  const { ownerUrl } = await testDatabase();
  database = new Database(ownerUrl);
  await database.query(`create table rows (id int primary key, at timestamptz not null,
    said varchar(60), n numeric(20), facts jsonb not null, bytes bytea, truth boolean)`);
});
afterAll(() => database.onApplicationShutdown());

const all = () => database.query('select *, at::text as instant from rows order by id');

it('writes the same rows in lists as one by one, whatever is in them', async () => {
  for (const row of rows) await database.query(insert, row);
  const before = await all();
  await database.query('truncate rows');
  await database.transaction(async (sql) => {
    const gathering = new Gathering(sql, pg.escapeLiteral);
    for (const row of [...rows, ...rows]) await gathering.query(insert, row);
    await gathering.flush();
  });
  expect(before).toHaveLength(70);
  expect(await all()).toEqual(before);
});

it('writes rows with a list in them as before', async () => {
  await database.query('create table lists (id int primary key, words text[])');
  const words = (n: number) => [`w${String(n)}`, 'a,b'];
  await database.transaction(async (sql) => {
    const gathering = new Gathering(sql, pg.escapeLiteral);
    for (let n = 0; n < 60; n += 1)
      await gathering.query('insert into lists (id, words) values ($1, $2)', [n, words(n)]);
    await gathering.flush();
  });
  const found = await database.query('select words from lists order by id');
  expect(found).toEqual(Array.from({ length: 60 }, (_, n) => ({ words: words(n) })));
});
