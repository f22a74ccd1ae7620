import { sha256 } from '@eventstore/chain';
import type { Sql } from '@eventstore/record';
import type { Wording } from '../domain/confidentiality';
import { houseTexts } from '../domain/house-text';

export const hashOf = (body: string): string => sha256(body).toString('hex');

const house = (body: string): Wording => ({ body, sha256: hashOf(body), version: null });
/** In each language; whichever of them somebody reads is signed. */
export const houseWordings = { en: house(houseTexts.en), ar: house(houseTexts.ar) } as const;

interface Own {
  readonly version: number;
  readonly sha256: string | null;
  readonly body: string | null;
  readonly changedAt: Date;
}

/** The text of an organisation as it is now; null where it never had one. */
export async function ownTextOf(sql: Sql, organisationId: string): Promise<Own | null> {
  const [own] = await sql.query<Own>(
    `select o.version, o.sha256, t.body, o.changed_at as "changedAt"
      from org_confidentiality o left join confidentiality_texts t on t.sha256 = o.sha256
      where o.organisation_id = $1 order by o.version desc limit 1`,
    [organisationId],
  );
  return own ?? null;
}

/** What may be signed for jobs of this organisation, or of somebody alone. */
export async function wordingsFor(
  sql: Sql,
  organisationId: string | null | undefined,
): Promise<readonly Wording[]> {
  const own = organisationId ? await ownTextOf(sql, organisationId) : null;
  if (!own?.sha256 || own.body === null) return Object.values(houseWordings);
  return [{ body: own.body, sha256: own.sha256, version: own.version }];
}

/** Kept for as long as there is a signature under it: for good. */
export async function keepText(sql: Sql, { sha256, body }: Omit<Wording, 'version'>) {
  await sql.query(
    'insert into confidentiality_texts (sha256, body) values ($1, $2) on conflict do nothing',
    [sha256, body],
  );
}
