import { Migration } from '@mikro-orm/migrations';

/** Contracts, the words written on them, and the hub that follows contract and escrow. */
export class Contracts0022 extends Migration {
  override up(): void {
    for (const part of [contracts, readModels]) this.addSql(part);
  }
}

const contracts = `
create table contracts (
  id uuid primary key,
  job_id uuid not null,
  proposal_id uuid not null,
  client_id uuid not null,
  provider_id uuid not null,
  state text not null,
  title text not null,
  message text,
  purchase_order text,
  nda boolean not null,
  fees jsonb not null,
  terms_version text not null,
  -- [{id, title, amount, days}] as offered.
  milestones jsonb not null,
  -- [{by, name, at}], the client's first.
  signatures jsonb not null,
  decline_reason text,
  created_at timestamptz not null
);
create unique index one_contract_per_proposal on contracts (proposal_id)
  where state in ('offered', 'active', 'completed');
create index on contracts using gin (title gin_trgm_ops);

create table work_updates (
  id uuid primary key,
  contract_id uuid not null,
  by_id uuid not null,
  note text not null,
  files uuid[] not null,
  at timestamptz not null
);
create index on work_updates (contract_id);`;

const readModels = `
-- The rest are read models: built from facts, never written by a command.
create table contract_seats (
  contract_id uuid not null,
  account_id uuid not null,
  role text not null,
  reviewed boolean not null default false,
  moved_at timestamptz not null,
  primary key (contract_id, account_id)
);
create index on contract_seats (account_id, moved_at desc, contract_id desc);

create table contract_milestones (
  contract_id uuid not null,
  milestone_id uuid not null,
  place int not null,
  state text not null,
  due_at timestamptz,
  auto_release_at timestamptz,
  client_fees bigint not null default 0,
  provider_fees bigint not null default 0,
  primary key (contract_id, milestone_id)
);

create table contract_timeline (
  event_id uuid primary key,
  contract_id uuid not null,
  place bigint generated always as identity,
  kind text not null,
  at timestamptz not null,
  by_id uuid,
  milestone_id uuid,
  amount jsonb,
  -- The update or delivery whose words belong here.
  about uuid,
  stream text not null,
  version bigint not null
);
create index on contract_timeline (contract_id, place);`;
