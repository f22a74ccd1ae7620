import { Migration } from '@mikro-orm/migrations';

/** Journals that people post by hand, and the months that take none any more. */
export class Journals0036 extends Migration {
  override up(): void {
    this.addSql(`
create table manual_journals (
  id uuid primary key,
  approval_id uuid not null,
  legs jsonb not null,
  effective_at timestamptz not null,
  posted_at timestamptz not null,
  late_for text,
  reversed_at timestamptz
);
create index on manual_journals (posted_at desc, id desc);
create table closed_periods (
  period text primary key check (period ~ '^[0-9]{4}-[0-9]{2}$'),
  closed_at timestamptz not null,
  approval_id uuid not null unique,
  trial_balance_hash text not null,
  accounts int not null
);
create table goodwill (
  id uuid primary key,
  approval_id uuid not null unique,
  client_id uuid not null,
  contract_id uuid not null,
  amount bigint not null,
  currency char(3) not null,
  granted_at timestamptz not null
);
create index on goodwill (contract_id, granted_at);`);
  }
}
