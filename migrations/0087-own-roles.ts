import { Migration } from '@mikro-orm/migrations';

/** Roles of an organisation's own; where a role is named it is one of the usual ones or the id of one of these. */
export class OwnRoles0087 extends Migration {
  override up(): void {
    this.addSql(`
create table org_roles (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  name text not null,
  powers text[] not null,
  made_at timestamptz not null
);
create unique index one_role_of_a_name on org_roles (organisation_id, lower(name));

alter table org_members drop constraint org_members_role_check;
alter table org_members add constraint org_members_role_check check (
  role in ('owner', 'admin', 'hirer', 'finance', 'member') or role ~ '^[0-9a-f-]{36}$');
create index on org_members (organisation_id, role);`);
  }
}
