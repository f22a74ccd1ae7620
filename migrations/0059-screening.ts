import { Migration } from '@mikro-orm/migrations';

/** Lists of the authorities, who looks like somebody on them, and what people decided about it. */
export class Screening0059 extends Migration {
  override up(): void {
    for (const part of [lists, cases]) this.addSql(part);
  }
}

const lists = `
create table sanction_lists (
  source text primary key,
  date date not null,
  version int not null,
  sha256 text not null,
  entries int not null,
  imported_at timestamptz not null
);
create table sanction_entries (
  id text primary key,
  source text not null,
  external_id text not null,
  kind text not null,
  names text[] not null,
  births text[] not null,
  countries text[] not null,
  programmes text[] not null,
  -- Of all the above: what changes makes a decision about it old.
  hash text not null,
  changed_in int not null,
  gone boolean not null default false
);
create index on sanction_entries (source, id) where not gone;`;

const cases = `
create table screening_cases (
  id uuid primary key,
  account_id uuid not null,
  state text not null,
  disposition text,
  strength text not null,
  note text not null default '',
  checklist text[] not null default '{}',
  opened_at timestamptz not null,
  resolved_at timestamptz,
  resolved_by uuid,
  approval_id uuid
);
create unique index on screening_cases (account_id) where state <> 'resolved';
create index on screening_cases (account_id, opened_at desc);
create table screening_alerts (
  id uuid primary key,
  case_id uuid not null references screening_cases (id),
  account_id uuid not null,
  kind text not null,
  strength text not null,
  cause text not null,
  entry_id text,
  entry_hash text,
  listed_name text,
  score real,
  rule text,
  rule_version int,
  reference text,
  raised_at timestamptz not null
);
create index on screening_alerts (raised_at desc, id desc);
create index on screening_alerts (case_id, raised_at);
create unique index on screening_alerts (account_id, entry_id, entry_hash) where kind = 'name';
create unique index on screening_alerts (account_id, rule, reference) where kind = 'rule';
-- Pairs that a person looked at and that are not the same; an entry that changed is looked at again.
create table screening_cleared (
  account_id uuid not null,
  entry_id text not null,
  entry_hash text not null,
  case_id uuid not null,
  at timestamptz not null,
  primary key (account_id, entry_id)
);`;
