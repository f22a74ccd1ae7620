import type { Sql } from '@eventstore/record';
import type { AgreedVersions, consentSource, Purpose } from '@wire/consents';
import type { Told } from '@kernel/facts';
import { about } from '@kernel/facts';
import { randomUUIDv7 } from 'node:crypto';
import type * as z from 'zod';

export interface Text {
  readonly purpose: Purpose;
  readonly version: number;
  readonly body: string;
  readonly hash: string;
}

export interface Said {
  readonly subject: string;
  readonly isGuest: boolean;
  readonly purpose: Purpose;
  readonly given: boolean;
  readonly source: z.infer<typeof consentSource>;
  readonly locale: 'en' | 'ar';
}

interface Latest {
  readonly purpose: Purpose;
  readonly given: boolean;
  readonly version: number;
  readonly source: string;
  readonly at: Date;
}

/** The texts as they are now, in one language. */
export async function textsNow(sql: Sql, locale: string): Promise<Map<Purpose, Text>> {
  const rows = await sql.query<Text>(
    `select distinct on (purpose) purpose, version, body, hash from consent_texts
      where locale = $1 order by purpose, version desc`,
    [locale],
  );
  return new Map(rows.map((row) => [row.purpose, row]));
}

/** A text as it was shown; undefined when there never was such a version. */
export async function textOf(
  sql: Sql,
  purpose: Purpose,
  { version, locale }: { version: number; locale: string },
): Promise<Text | undefined> {
  const [row] = await sql.query<Text>(
    `select purpose, version, body, hash from consent_texts
      where purpose = $1 and version = $2 and locale = $3`,
    [purpose, version, locale],
  );
  return row;
}

/** Texts as a page showed them; one that never was is missing. */
export async function textsShown(
  sql: Sql,
  locale: string,
  versions: AgreedVersions,
): Promise<Map<Purpose, Text>> {
  const rows = await sql.query<Text>(
    `select t.purpose, t.version, t.body, t.hash from consent_texts t
      join jsonb_each_text($2::jsonb) shown on shown.key = t.purpose
        and shown.value::int = t.version
      where t.locale = $1`,
    [locale, JSON.stringify(versions)],
  );
  return new Map(rows.map((row) => [row.purpose, row]));
}

/** The last word of somebody about each purpose. */
export async function latestOf(sql: Sql, subject: string): Promise<Map<Purpose, Latest>> {
  const rows = await sql.query<Latest>(
    `select distinct on (purpose) purpose, given, version, source, at from consents
      where subject = $1 order by purpose, at desc, id desc`,
    [subject],
  );
  return new Map(rows.map((row) => [row.purpose, row]));
}

/** What a member never answered, a browser may have: nobody is asked twice for having logged in. */
export async function latestHere(
  sql: Sql,
  who: { readonly subject: string } | null,
  guest: string | null,
): Promise<Map<Purpose, Latest>> {
  const here = guest ? await latestOf(sql, guest) : new Map<Purpose, Latest>();
  return who && who.subject !== guest
    ? new Map([...here, ...(await latestOf(sql, who.subject))])
    : here;
}

/** A line of the ledger and the fact of it. */
export async function write(sql: Sql, said: Said, text: Text, at: Date): Promise<Told> {
  const { subject, isGuest, purpose, given, source, locale } = said;
  const { version, hash } = text;
  await sql.query(
    `insert into consents (id, subject, is_guest, purpose, version, hash, locale, given, source, at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[randomUUIDv7(), subject, isGuest, purpose, version, hash, locale, given, source],
      at.toISOString(),
    ],
  );
  const type = given ? 'ConsentGiven' : 'ConsentWithdrawn';
  return about('consent', subject, type, {
    subject,
    isGuest,
    purpose,
    version,
    hash,
    locale,
    source,
  });
}
