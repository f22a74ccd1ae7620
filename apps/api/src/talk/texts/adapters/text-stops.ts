import type { Sql } from '@eventstore/record';

export interface Stop {
  readonly marks: readonly Buffer[];
  /** Its owner answered so, or the network says that they did. */
  readonly by: 'reply' | 'network';
  readonly at: string;
}
/** Whom the last text to the number was for; null where we sent none that is still known. */
export interface Owner {
  readonly accountId: string | null;
}

export async function isStopped(sql: Sql, marks: readonly Buffer[]): Promise<boolean> {
  const rows = await sql.query('select 1 from text_stops where mark = any($1::bytea[])', [marks]);
  return rows.length > 0;
}

export async function ownerOf(sql: Sql, marks: readonly Buffer[]): Promise<Owner> {
  const [row] = await sql.query<Owner>(
    `select account_id as "accountId" from texts where mark = any($1::bytea[])
      order by id desc limit 1`,
    [marks],
  );
  return row ?? { accountId: null };
}

/** Nothing goes to this number from now on; undefined when nothing did before. */
export async function stopTexts(sql: Sql, { marks, by, at }: Stop): Promise<Owner | undefined> {
  if (await isStopped(sql, marks)) return undefined;
  const owner = await ownerOf(sql, marks);
  const [row] = await sql.query<Owner>(
    `insert into text_stops (mark, account_id, by, stopped_at) values ($1, $2, $3, $4)
      on conflict (mark) do nothing returning account_id as "accountId"`,
    [marks[0], owner.accountId, by, at],
  );
  return row;
}

/** Texts go to this number again; undefined when they did already. */
export async function startTexts(sql: Sql, marks: readonly Buffer[]): Promise<Owner | undefined> {
  const [row] = await sql.query<Owner>(
    `delete from text_stops where mark = any($1::bytea[]) returning account_id as "accountId"`,
    [marks],
  );
  return row;
}

/** False when this very message was heard before: Twilio asks again when our answer was lost. */
export async function isNews(sql: Sql, messageSid: string, at: string): Promise<boolean> {
  const rows = await sql.query(
    `insert into text_replies (message_sid, heard_at) values ($1, $2)
      on conflict do nothing returning message_sid`,
    [messageSid, at],
  );
  return rows.length > 0;
}
