import type { Sql } from '@eventstore/record';

const excerptLength = 240;

/** The beginning of a text, cut between words. */
export function excerptOf(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ').trim();
  if (flat.length <= excerptLength) return flat;
  const cut = flat.slice(0, excerptLength);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), excerptLength / 2))}…`;
}

/** Words of a text, lower case, once each. */
export const wordsOf = (text: string): string[] => [
  ...new Set(text.toLocaleLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}+#.]*/gu) ?? []),
];

/** Remembers words to correct and complete by. Sorted, so that two writers lock in one order. */
export async function learn(sql: Sql, skills: readonly string[], text: string): Promise<void> {
  await sql.query(
    `insert into search_terms as t (term, skill, uses)
      select distinct s, true, 1 from unnest($1::text[]) s
      union all select distinct w, false, 1 from unnest($2::text[]) w order by 1, 2
      on conflict (term, skill) do update set uses = t.uses + 1`,
    [skills, wordsOf([text, ...skills].join(' '))],
  );
}
