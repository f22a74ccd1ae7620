import type { Sql } from '@eventstore/record';
import pg from 'pg';
import { Gathering } from './gathering';

const update = 'update rows set b = $2 where a = $1';
const insert = 'insert into rows (a, b) values ($1, $2) on conflict do nothing';

/** A session that notes what it is asked and answers when it is let. */
function session(answer: (text: string) => Promise<object[]> = () => Promise.resolve([])) {
  const asked: string[] = [];
  const sql: Sql = {
    query: <Row extends object>(text: string) => {
      asked.push(text);
      return answer(text) as Promise<Row[]>;
    },
  };
  return { asked, gathering: new Gathering(sql, pg.escapeLiteral) };
}

it('writes rows of one statement as one, and keeps the order of all', async () => {
  const { asked, gathering } = session();
  await gathering.query(insert, ['x', 1]);
  await gathering.query(insert, ["o'clock", null]);
  await gathering.query('update rows set b = $2 where a = $1', ['x', 2]);
  await gathering.flush();
  expect(asked).toEqual([
    "insert into rows (a, b) values ('x', '1'),('o''clock', null) on conflict do nothing;\n" +
      "update rows set b = '2' where a = 'x'",
  ]);
});

it('puts each value at its own place, the tenth too', async () => {
  const { asked, gathering } = session();
  const places = Array.from({ length: 10 }, (_, n) => `$${n + 1}`);
  const values = Array.from({ length: 10 }, (_, n) => `v${n + 1}`);
  await gathering.query(`insert into wide values (${places.reverse().join(', ')})`, values);
  await gathering.flush();
  expect(asked).toEqual([
    `insert into wide values (${values
      .reverse()
      .map((v) => `'${v}'`)
      .join(', ')})`,
  ]);
});

it('asks after what was written before the question', async () => {
  const { asked, gathering } = session();
  await gathering.query(insert, ['x', 1]);
  await gathering.query('select a from rows');
  expect(asked).toEqual([expect.stringContaining('insert into rows'), 'select a from rows']);
});

it('goes on gathering while a batch is written, one at a time', async () => {
  const { promise, resolve } = Promise.withResolvers<object[]>();
  const { asked, gathering } = session(() => promise);
  for (let n = 0; n < 1_500; n += 1) await gathering.query(update, ['x', n]);
  expect(asked).toHaveLength(1);
  const flushed = gathering.flush();
  expect(asked).toHaveLength(1);
  resolve([]);
  await flushed;
  expect(asked).toHaveLength(2);
});

it('tells of a batch that failed while it gathered the next', async () => {
  const { asked, gathering } = session(() => Promise.reject(new Error('no room')));
  const all = async () => {
    for (let n = 0; n < 3_000; n += 1) await gathering.query(update, ['x', n]);
    await gathering.flush();
  };
  await expect(all()).rejects.toThrow('no room');
  expect(asked).toHaveLength(1);
});

it('asks once for the types of many rows, and sends each column as a list', async () => {
  const types = [{ type: 'text' }, { type: 'integer' }];
  const { asked, gathering } = session((text) =>
    Promise.resolve(text.includes('pg_attribute') ? types : []),
  );
  for (let n = 0; n < 100; n += 1) await gathering.query(insert, [n === 7 ? null : `x${n}`, n]);
  await gathering.flush();
  for (let n = 0; n < 100; n += 1) await gathering.query(insert, ['again', n]);
  await gathering.flush();
  const [question, first, second] = asked;
  expect(asked).toHaveLength(3);
  expect(question).toContain('pg_attribute');
  expect(first).toMatch(
    /^insert into rows \(a, b\) select \* from unnest\('\{"x0","x1".*,NULL,"x8".*\}'::text\[\], '\{"0","1".*\}'::integer\[\]\) on conflict do nothing$/,
  );
  expect(second).toContain('"again"');
});
