import { Migration } from '@mikro-orm/migrations';

/** Accounts, their sessions and the codes that prove an address, a phone or a second look. */
export class Accounts0010 extends Migration {
  override up(): void {
    this.addSql(`
create table accounts (
  id uuid primary key,
  email text not null unique,
  password_hash text not null,
  name text not null,
  slug text not null unique,
  roles text[] not null,
  active_role text,
  country text not null,
  locale text not null,
  time_zone text not null,
  email_verified_at timestamptz,
  phone text,
  phone_verified_at timestamptz,
  created_at timestamptz not null
);
create index on accounts (lower(name) text_pattern_ops);
create index on accounts (email text_pattern_ops);
create index on accounts using gin (roles);

create table sessions (
  id uuid primary key,
  account_id uuid not null references accounts (id),
  device text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  ended_at timestamptz
);
create index on sessions (account_id, last_seen_at desc);
-- Every refresh token of a session, as its hash: one that comes back used ends the session.
create table refresh_tokens (
  hash bytea primary key,
  session_id uuid not null references sessions (id),
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index on refresh_tokens (session_id);

-- The code itself is not stored: it is derived from the id with the server's secret.
create table challenges (
  id uuid primary key,
  account_id uuid not null references accounts (id),
  purpose text not null,
  target text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index on challenges (account_id, purpose, created_at desc);
create table code_locks (
  account_id uuid not null references accounts (id),
  purpose text not null,
  failures int not null,
  locked_until timestamptz,
  primary key (account_id, purpose)
);`);
  }
}
