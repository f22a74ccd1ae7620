import { Migration } from '@mikro-orm/migrations';

/** What the directories of organisations say who is in them, and the keys that they say it with. */
export class Scim0063 extends Migration {
  override up(): void {
    for (const part of [keys, people]) this.addSql(part);
  }
}

const keys = `
-- By the machine's time, like all keys.
create table scim_keys (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  created_by uuid not null,
  beginning text not null,
  hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz,
  rotated_to uuid references scim_keys (id),
  last_used_at timestamptz,
  last_address text,
  revoked_at timestamptz
);
create index on scim_keys (organisation_id, id desc);

create table scim_settings (
  organisation_id uuid primary key references organisations (id),
  default_role text not null
);

-- What was asked last and what the answer was; without what was said in it.
create table scim_requests (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  at timestamptz not null,
  method text not null,
  path text not null,
  status int not null,
  code text
);
create index on scim_requests (organisation_id, id desc);`;

const people = `
create table scim_users (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  -- None while somebody who has an account here has not agreed to come.
  account_id uuid,
  user_name text not null,
  email text not null,
  external_id text,
  given_name text,
  family_name text,
  display_name text,
  active boolean not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  version int not null default 1
);
create unique index one_user_of_name on scim_users (organisation_id, lower(user_name));
create unique index one_user_of_address on scim_users (organisation_id, email);
create index on scim_users (account_id);

create table scim_groups (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  display_name text not null,
  external_id text,
  role text,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  version int not null default 1
);
create unique index one_group_of_name on scim_groups (organisation_id, lower(display_name));

create table scim_group_members (
  group_id uuid not null references scim_groups (id) on delete cascade,
  user_id uuid not null references scim_users (id) on delete cascade,
  primary key (group_id, user_id)
);
create index on scim_group_members (user_id);`;
