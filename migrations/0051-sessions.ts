import { Migration } from '@mikro-orm/migrations';

/** What a log-in leaves behind: half of one, failed ones, known devices, ended sessions. */
export class Sessions0051 extends Migration {
  override up(): void {
    this.addSql(`
alter table sessions add column address text;
create index on sessions (account_id) where ended_at is null;

-- The password was right, the second factor is awaited.
create table login_tickets (
  hash bytea primary key,
  account_id uuid not null references accounts (id),
  device text not null,
  address text,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index on login_tickets (account_id);
-- Wrong passwords by the hash of the address, whether it has an account or not.
create table login_failures (
  key bytea primary key,
  failures int not null,
  last_at timestamptz not null,
  blocked_until timestamptz
);
create index on login_failures (last_at);
-- Browsers that signed in before: what strangers do with the address does not hold them up.
create table known_devices (
  account_id uuid not null references accounts (id),
  hash bytea not null,
  seen_at timestamptz not null,
  primary key (account_id, hash)
);
create table ended_sessions (
  session_id uuid primary key,
  ended_at timestamptz not null
);
create index on ended_sessions (ended_at);`);
  }
}
