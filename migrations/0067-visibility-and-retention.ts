import { Migration } from '@mikro-orm/migrations';

/** Who sees what of a profile, and for how long what is kept, why, and what happens then. */
export class VisibilityAndRetention0067 extends Migration {
  override up(): void {
    this.addSql(`
create table profile_privacy (
  account_id uuid primary key,
  -- Only what is not shown to everybody: field -> 'members' or 'nobody'.
  fields jsonb not null default '{}',
  search_engines boolean not null default true,
  changed_at timestamptz not null
);
alter table retention_rules
  add column basis text not null default 'law',
  add column action text not null default 'erase',
  add column approval_id uuid,
  add column at timestamptz not null default '2026-01-01';
insert into retention_rules (kind, version, years, basis, action) values
  ('sessions', 1, 1, 'legitimate_interest', 'delete'),
  ('mails', 1, 1, 'contract', 'delete'),
  ('notices', 1, 2, 'contract', 'delete'),
  ('own_exports', 1, 1, 'consent', 'delete'),
  ('guest_consents', 1, 3, 'law', 'delete'),
  ('staff_log', 1, 10, 'law', 'keep');
create index on legal_holds (placed_at desc, id desc) where lifted_at is null;
-- Who of the staff looked at somebody is asked by that person too.
create index on staff_actions using gin (path gin_trgm_ops);
-- What the nightly run did.
create table retention_runs (
  day date not null,
  kind text not null,
  version int not null,
  before timestamptz not null,
  gone int not null,
  at timestamptz not null,
  primary key (kind, day)
);`);
  }
}
