import { Migration } from '@mikro-orm/migrations';

/** Second factors of people: what they have, what they know, and the way back in. */
export class Factors0050 extends Migration {
  override up(): void {
    this.addSql(`
create table totp_factors (
  account_id uuid primary key,
  -- Sealed with the person's key.
  seed text not null,
  created_at timestamptz not null default now(),
  confirmed_at timestamptz,
  -- The last step whose code was used: no code is good twice.
  last_step bigint not null default 0
);
create table sms_factors (
  account_id uuid primary key,
  created_at timestamptz not null default now()
);
create table passkeys (
  id uuid primary key,
  account_id uuid not null,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  rp_id text not null,
  name text not null,
  synced boolean not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index on passkeys (account_id, created_at);
-- Codes of 128 random bits: a plain hash keeps them.
create table recovery_codes (
  account_id uuid not null,
  hash bytea not null,
  used_at timestamptz,
  primary key (account_id, hash)
);
-- A challenge that a passkey is to sign: for one purpose, one person and one session, once.
create table ceremonies (
  id uuid primary key,
  purpose text not null,
  account_id uuid,
  binding text,
  challenge text not null,
  rp_id text not null,
  expires_at timestamptz not null
);
create index on ceremonies (expires_at);
create table factor_locks (
  account_id uuid primary key,
  failures int not null,
  locked_until timestamptz
);`);
  }
}
