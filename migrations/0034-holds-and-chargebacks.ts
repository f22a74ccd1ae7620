import { Migration } from '@mikro-orm/migrations';

/** Money that is held back, may not leave a wallet, or was taken back by the payer's bank. */
export class HoldsAndChargebacks0034 extends Migration {
  override up(): void {
    for (const part of [holds, wallets, chargebacks]) this.addSql(part);
  }
}

const holds = `
create table escrow_hold_words (
  hold_id uuid primary key,
  note text not null
);
create table escrow_holds (
  id uuid primary key,
  contract_id uuid not null,
  milestone_ids uuid[] not null,
  reason text not null,
  until timestamptz not null,
  held_by uuid not null,
  held_at timestamptz not null,
  lifted_at timestamptz,
  approval_id uuid
);
create index on escrow_holds (held_at desc, id desc);
create index on escrow_holds (contract_id, held_at desc);
-- How long a gateway holds money. A row is never changed; a new rule is a new version.
create table gateway_limits (
  gateway text not null,
  version int not null,
  max_days int not null check (max_days > 0),
  warn_days int not null check (warn_days > 0 and warn_days < max_days),
  primary key (gateway, version)
);
insert into gateway_limits (gateway, version, max_days, warn_days) values ('razorpay', 1, 90, 7);
create table gateway_money (
  contract_id uuid not null,
  milestone_id uuid not null,
  gateway text not null,
  amount bigint not null,
  currency char(3) not null,
  funded_at timestamptz not null,
  max_hold_until timestamptz not null,
  policy_version int not null,
  primary key (contract_id, milestone_id)
);
create index on gateway_money (currency, max_hold_until, milestone_id);`;

const wallets = `
create table wallet_restrictions (
  account_id uuid primary key,
  reason text not null,
  note text not null,
  restricted_by uuid not null,
  at timestamptz not null
);
create index on wallet_restrictions (at desc, account_id desc);`;

const chargebacks = `
create table chargebacks (
  id uuid primary key,
  gateway_dispute_id text not null unique,
  deposit_id uuid not null,
  client_id uuid not null,
  contract_id uuid not null,
  milestone_id uuid not null,
  provider_id uuid,
  amount bigint not null,
  currency char(3) not null,
  phase text not null,
  state text not null,
  outcome text,
  reason_code text not null,
  received_at timestamptz not null,
  respond_by timestamptz,
  answered boolean not null default false,
  alarms int[] not null default '{}',
  taken jsonb,
  steps jsonb not null
);
-- The next deadline first; what has none comes last.
create index on chargebacks (coalesce(respond_by, 'infinity'), id);
create index on chargebacks (state, coalesce(respond_by, 'infinity'), id);
create index on chargebacks (contract_id);
create table chargeback_evidence (
  id uuid primary key,
  chargeback_id uuid not null,
  phase text not null,
  summary text not null,
  files uuid[] not null,
  by uuid not null,
  at timestamptz not null
);
create index on chargeback_evidence (chargeback_id, at);`;
