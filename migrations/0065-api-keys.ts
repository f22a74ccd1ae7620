import { Migration } from '@mikro-orm/migrations';

/** Keys of programs, each as its hash, and the accounts of those that are nobody. */
export class ApiKeys0065 extends Migration {
  override up(): void {
    this.addSql(`
create table service_accounts (
  id uuid primary key,
  owner_id uuid not null references accounts (id),
  name text not null,
  created_at timestamptz not null,
  closed_at timestamptz
);
create index on service_accounts (owner_id, id);
-- By the machine's time, like sessions: a moved business clock ends no key and wakes none.
create table api_keys (
  id uuid primary key,
  account_id uuid not null references accounts (id),
  service_id uuid references service_accounts (id),
  name text not null,
  beginning text not null,
  hash bytea not null unique,
  scopes text[] not null,
  networks text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  rotated_to uuid references api_keys (id),
  last_used_at timestamptz,
  last_address text,
  revoked_at timestamptz,
  revoked_by text check (revoked_by in ('owner', 'staff'))
);
create index on api_keys (account_id, id desc);
create index on api_keys (service_id);`);
  }
}
