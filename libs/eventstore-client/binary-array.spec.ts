import { Database } from '../kernel/database';
import { testDatabase } from '../../test/support/database';
import {
  arrayOf,
  boolean,
  bytea,
  int4,
  int8,
  jsonb,
  text,
  timestamptz,
  uuid,
} from './binary-array';

let database: Database;

beforeAll(async () => {
  database = new Database((await testDatabase()).url);
});
afterAll(() => database.onApplicationShutdown());

const readBack = async (type: string, sent: Buffer) => {
  const question = `select to_json($1::${type}[]) as read`;
  const [row] = await database.query<{ read: unknown }>(question, [sent]);
  return row?.read;
};

const id = '019a0000-0000-7000-8000-0000000000ff';

it('reads what was sent, whatever stands in it', async () => {
  const words = ['', 'a "quoted", \\ {word}', 'null', 'ünïcødé نص 🙂', null];
  expect(await readBack('text', arrayOf(text, words))).toEqual(words);
  expect(await readBack('uuid', arrayOf(uuid, [id, null]))).toEqual([id, null]);
  expect(await readBack('boolean', arrayOf(boolean, [true, false]))).toEqual([true, false]);
  expect(await readBack('int', arrayOf(int4, [-1, 2_147_483_647]))).toEqual([-1, 2_147_483_647]);
  expect(await readBack('jsonb', arrayOf(jsonb, ['{"a":["é"]}', 'null']))).toEqual([
    { a: ['é'] },
    null,
  ]);
  expect(await readBack('bytea', arrayOf(bytea, [Buffer.from([0, 255])]))).toEqual(['\\x00ff']);
});

it('keeps every digit of an amount and every millisecond of a time', async () => {
  const amounts = [9_223_372_036_854_775_807n, -9_223_372_036_854_775_808n];
  const asText = 'select $1::bigint[]::text as read';
  expect(await database.query(asText, [arrayOf(int8, amounts)])).toEqual([
    { read: '{9223372036854775807,-9223372036854775808}' },
  ]);
  const times = ['2026-11-02T09:30:00.123Z', '1999-12-31T23:59:59.999Z'];
  const question = `select array(select to_char(t at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    from unnest($1::timestamptz[]) t) as read`;
  expect(await database.query(question, [arrayOf(timestamptz, times)])).toEqual([{ read: times }]);
});

it('sends no elements as an empty array', async () => {
  expect(await readBack('text', arrayOf(text, []))).toEqual([]);
});

it('has no bytes for an amount that no account can hold', () => {
  expect(() => arrayOf(int8, [10n ** 30n])).toThrow('out of range');
});
