import { Migration } from '@mikro-orm/migrations';

/** What an organisation asks of its own jobs and hires, and what was given. */
export class CustomFields0080 extends Migration {
  override up(): void {
    this.addSql(`
create table org_fields (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  place int not null,
  label text not null,
  kind text not null check (kind in ('text', 'number', 'date', 'choice')),
  options text[] not null,
  required boolean not null,
  asked text not null check (asked in ('job', 'hire')),
  -- Asked for no more; what was given stays where it is.
  archived boolean not null default false
);
create index on org_fields (organisation_id, place);

-- [{id, label, kind, value}], as the fields were called when they were filled in.
alter table jobs add column fields jsonb not null default '[]';
alter table contracts add column fields jsonb not null default '[]';
alter table org_hires add column fields jsonb not null default '[]';`);
  }
}
