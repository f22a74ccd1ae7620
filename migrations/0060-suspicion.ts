import { Migration } from '@mikro-orm/migrations';

/** Rules over what moved, and what is told to the authority. */
export class Suspicion0060 extends Migration {
  override up(): void {
    this.addSql(`
-- A rule is never changed: a new threshold is a new version; the highest is the one that holds.
create table screening_rules (
  rule text not null,
  version int not null,
  enabled boolean not null,
  amount bigint not null check (amount >= 0),
  times int not null check (times > 0),
  hours int not null check (hours > 0),
  by uuid,
  at timestamptz not null,
  primary key (rule, version)
);
insert into screening_rules (rule, version, enabled, amount, times, hours, at) values
  ('structuring', 1, true, 2500000, 3, 72, now()),
  ('velocity', 1, true, 0, 8, 24, now()),
  ('sudden_large', 1, true, 20000000, 5, 2160, now()),
  ('new_bank', 1, true, 2000000, 1, 24, now());
-- A read model: every payout asked for, for the rules.
create table screening_movements (
  id uuid primary key,
  account_id uuid not null,
  amount bigint not null,
  currency char(3) not null,
  new_bank boolean not null,
  bank_id uuid not null,
  at timestamptz not null
);
create index on screening_movements (account_id, at);
create index on screening_movements (at);
create table suspicion_reports (
  id uuid primary key,
  case_id uuid not null references screening_cases (id),
  state text not null,
  -- Sealed with the person's key.
  narrative text not null,
  facts text not null,
  drafted_by uuid not null,
  drafted_at timestamptz not null,
  filed_by uuid,
  filed_at timestamptz,
  approval_id uuid
);
create unique index on suspicion_reports (case_id);
create index on suspicion_reports (drafted_at desc, id desc);`);
  }
}
