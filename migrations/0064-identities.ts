import { Migration } from '@mikro-orm/migrations';

/** Who somebody is at other providers, and what is kept between leaving for one and coming back. */
export class Identities0064 extends Migration {
  override up(): void {
    this.addSql(`
create table identities (
  id uuid primary key,
  account_id uuid not null references accounts (id),
  provider text not null,
  subject text not null,
  email text,
  linked_at timestamptz not null,
  used_at timestamptz,
  unique (provider, subject),
  unique (account_id, provider)
);
-- Both by the machine's time, and gone within minutes. What names them is in a cookie, here is its hash.
create table identity_attempts (
  hash bytea primary key,
  provider text not null,
  state text not null,
  nonce text,
  verifier text,
  return_to text not null,
  account_id uuid,
  session_id uuid,
  expires_at timestamptz not null
);
create index on identity_attempts (expires_at);
create table identity_arrivals (
  hash bytea primary key,
  provider text not null,
  subject text not null,
  email text,
  email_verified boolean not null,
  name text,
  return_to text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index on identity_arrivals (expires_at);`);
  }
}
