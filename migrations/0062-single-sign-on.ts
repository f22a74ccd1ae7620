import { Migration } from '@mikro-orm/migrations';

/** Domains that organisations proved to be theirs, and the issuers that speak for their people. */
export class SingleSignOn0062 extends Migration {
  override up(): void {
    this.addSql(`
create table org_domains (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  name text not null,
  -- What has to stand in the DNS.
  token text not null,
  claimed_at timestamptz not null,
  verified_at timestamptz,
  unique (organisation_id, name)
);
create unique index one_organisation_of_domain on org_domains (name) where verified_at is not null;

create table org_issuers (
  organisation_id uuid primary key references organisations (id),
  -- Another one with another issuer: what was linked at the one before opens nothing at this one.
  connection_id uuid not null unique,
  issuer text not null,
  client_id text not null,
  client_secret text not null,
  state text not null check (state in ('off', 'on', 'enforced')),
  joins boolean not null,
  default_role text not null check (default_role in ('admin', 'hirer', 'finance', 'member')),
  trusts_factor boolean not null,
  saved_at timestamptz not null,
  last_used_at timestamptz
);

-- How somebody showed to an issuer who they are, in the words of RFC 8176.
alter table sessions add column amr text[] not null default '{}';
alter table login_tickets add column amr text[] not null default '{}';`);
  }
}
