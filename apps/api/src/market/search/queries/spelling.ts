import { Database } from '@kernel/database';

const most = 12;

/** What somebody typed, as plain words, lower case: the operators of a search are no words. */
export const splitWords = (typed: string): string[] =>
  (typed.toLocaleLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}+#.]*/gu) ?? [])
    .filter((word) => word !== 'or')
    .slice(0, most);

/** What is searched for as typed; null when nothing is. */
export function phraseOf(typed: string | undefined): string | null {
  const phrase = typed?.trim() ?? '';
  return phrase === '' ? null : phrase;
}

/**
 * Each word that nobody uses becomes the nearest one that somebody does. Words of one root count
 * as used; a word with nothing near it stays as it is.
 */
export async function correct(database: Database, typed: readonly string[]): Promise<string[]> {
  const rows = await database.query<{ word: string; near: string | null }>(
    `select w.word, case when exists (select from search_terms where term = w.word) then null
        else n.term end as near
      from unnest($1::text[]) with ordinality as w(word, place)
      left join lateral (select term from search_terms t
        where t.term % w.word and abs(length(t.term) - length(w.word)) <= 3
          and similarity(t.term, w.word) >= 0.4
        order by similarity(t.term, w.word) desc, t.uses desc, t.term limit 1) n on true
      order by w.place`,
    [typed],
    'search.correct',
  );
  return rows.map(({ word, near }) => near ?? word);
}
