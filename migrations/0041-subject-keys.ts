import { Migration } from '@mikro-orm/migrations';

/** One key per person, wrapped; who was erased, whose data must stay, and for how long. */
export class SubjectKeys0041 extends Migration {
  override up(): void {
    this.addSql(`
create table subject_keys (
  subject_id uuid primary key,
  -- The key under the installation's key; null when it was destroyed.
  wrapped bytea,
  kek text not null,
  created_at timestamptz not null default now(),
  -- Nobody reads with it any more, but the law does not let it go yet.
  restricted_at timestamptz,
  destroyed_at timestamptz,
  check (wrapped is not null or destroyed_at is not null or restricted_at is not null)
);
create index on subject_keys (kek) where wrapped is not null;
create table erasures (
  account_id uuid primary key,
  state text not null,
  approval_id uuid not null,
  at timestamptz not null,
  until timestamptz,
  erased_at timestamptz
);
create index on erasures (at desc, account_id desc);
-- Who somebody was, under the somebody's own key: for the authorities, as long as the law says.
create table retained_identities (
  account_id uuid primary key,
  sealed text not null,
  until timestamptz not null
);
create table legal_holds (
  id uuid primary key,
  account_id uuid not null,
  reason text not null,
  note text not null,
  placed_by uuid not null,
  placed_at timestamptz not null,
  lifted_by uuid,
  lifted_at timestamptz
);
create index on legal_holds (account_id) where lifted_at is null;
-- A read model: in whose contracts money may lie.
create table privacy_contracts (
  contract_id uuid not null,
  account_id uuid not null,
  primary key (account_id, contract_id)
);
-- How long what kind of data stays after a person left. A row is never changed.
create table retention_rules (
  kind text not null,
  version int not null,
  years int not null check (years >= 0),
  primary key (kind, version)
);
insert into retention_rules (kind, version, years) values ('anti_money_laundering', 1, 5);`);
  }
}
