import { Migration } from '@mikro-orm/migrations';

/** Roles for an hour, masked details that were shown, and looks with somebody else's eyes. */
export class Access0053 extends Migration {
  override up(): void {
    this.addSql(`
-- By the machine's time, like sessions: a moved business clock lends nothing longer.
create table lent_roles (
  id uuid primary key,
  account_id uuid not null references accounts (id),
  role text not null,
  until timestamptz not null
);
create index on lent_roles (account_id);
create index on lent_roles (role, until);
-- What an account is now: its own roles and those that are lent to it.
create function roles_now(account accounts) returns text[] language sql stable as $$
  select account.roles || coalesce(
    (select array_agg(distinct l.role) from lent_roles l where l.account_id = account.id
      and l.until > now() and not l.role = any(account.roles)), '{}')
$$;
create table elevations (
  id uuid primary key,
  account_id uuid not null,
  role text not null,
  kind text not null check (kind in ('elevation', 'break_glass')),
  state text not null check (state in ('asked', 'active', 'refused', 'ended')),
  reason text not null,
  approval_id uuid,
  asked_at timestamptz not null,
  until timestamptz,
  ended_at timestamptz,
  ended_by uuid
);
create index on elevations (asked_at desc, id desc);
create index on elevations (account_id, asked_at desc, id desc);
create index on elevations (until) where state = 'active';
create table reveals (
  id uuid primary key,
  staff_id uuid not null,
  subject text not null,
  subject_id uuid not null,
  fields text[] not null,
  reason text not null,
  ticket text,
  at timestamptz not null,
  until timestamptz not null
);
create index on reveals (staff_id, until);
create table viewings (
  id uuid primary key,
  staff_id uuid not null,
  account_id uuid not null,
  reason text not null,
  ticket text,
  at timestamptz not null,
  until timestamptz not null,
  ended_at timestamptz
);
create index on viewings (staff_id, at desc);
create index on viewings (account_id, at desc);
create index on sessions (last_seen_at desc) where ended_at is null;`);
  }
}
