import { Migration } from '@mikro-orm/migrations';

/** Read models and rows beside the money streams. */
export class Money0030 extends Migration {
  override up(): void {
    for (const part of [escrow, payments, payouts, wallet]) this.addSql(part);
  }
}

const escrow = `
create table deliveries (
  id uuid primary key,
  contract_id uuid not null,
  milestone_id uuid not null,
  version int not null,
  note text not null,
  files uuid[] not null,
  at timestamptz not null,
  changes text[] not null default '{}',
  changes_note text,
  unique (milestone_id, version)
);
create index on deliveries (contract_id, at);`;

const payments = `
create table deposits (
  id uuid primary key,
  client_id uuid not null,
  contract_id uuid not null,
  milestone_id uuid not null,
  gateway_order_id text not null unique,
  state text not null,
  amount bigint not null,
  currency char(3) not null,
  refunded bigint not null default 0,
  failure text,
  method text,
  created_at timestamptz not null,
  captured_at timestamptz
);
create index on deposits (contract_id, milestone_id, created_at desc);`;

const payouts = `
create table bank_accounts (
  id uuid primary key,
  provider_id uuid not null,
  holder text not null,
  ifsc text not null,
  last4 text not null,
  -- The gateway keeps the number; here are only its tokens.
  fund_account_id text,
  validation_id text unique,
  state text not null,
  created_at timestamptz not null
);
create index on bank_accounts (provider_id, created_at desc);
create table payouts (
  id uuid primary key,
  provider_id uuid not null,
  bank_account_id uuid not null,
  amount bigint not null,
  currency char(3) not null,
  state text not null,
  flags text[] not null,
  gateway_payout_id text,
  utr text,
  failure text,
  prepared_by uuid,
  decided_by uuid,
  requested_at timestamptz not null,
  steps jsonb not null
);
create index on payouts (provider_id, requested_at desc, id desc);
create index on payouts (state, requested_at desc, id desc);
create index on payouts (requested_at desc, id desc);`;

const wallet = `
create table upcoming_releases (
  contract_id uuid not null,
  milestone_id uuid not null,
  client_id uuid not null,
  provider_id uuid not null,
  state text not null,
  amount bigint not null,
  net bigint not null,
  currency char(3) not null,
  release_at timestamptz,
  primary key (contract_id, milestone_id)
);
create index on upcoming_releases (provider_id) where state <> 'released';
create index on upcoming_releases (client_id) where state in ('funded', 'in_review', 'changes_requested');`;
