import type { Sql } from '@eventstore/record';
import type { OrgField } from '@wire/org-fields';

/** In their order, those that are archived last. */
export const fieldsOf = (sql: Sql, organisationId: string): Promise<OrgField[]> =>
  sql.query<OrgField>(
    `select id, label, kind, options, required, asked, archived from org_fields
      where organisation_id = $1 order by place`,
    [organisationId],
  );

export async function saveFields(
  sql: Sql,
  organisationId: string,
  fields: readonly OrgField[],
): Promise<void> {
  await sql.query(
    `insert into org_fields (id, organisation_id, place, label, kind, options, required, asked,
        archived)
      select f.id, $1, f.place, f.label, f.kind, f.options, f.required, f.asked, f.archived
        from jsonb_to_recordset($2::jsonb) as f(id uuid, place int, label text, kind text,
          options text[], required boolean, asked text, archived boolean)
      on conflict (id) do update set place = excluded.place, label = excluded.label,
        options = excluded.options, required = excluded.required, asked = excluded.asked,
        archived = excluded.archived`,
    [organisationId, JSON.stringify(fields.map((one, place) => ({ ...one, place })))],
  );
}
