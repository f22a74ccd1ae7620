import { Migration } from '@mikro-orm/migrations';

/** Disputes: the words and the evidence of a case, the lists, and what a decision left of milestones. */
export class Disputes0032 extends Migration {
  override up(): void {
    for (const part of [caseFile, readModels, hub]) this.addSql(part);
  }
}

const caseFile = `
create table dispute_words (
  id uuid primary key,
  dispute_id uuid not null,
  -- claim, answer, offer, recommendation, reasons, precedent, grounds, vote; note is never shown to a side.
  kind text not null,
  author_id uuid not null,
  body text not null,
  sha256 text not null,
  at timestamptz not null
);
create index on dispute_words (dispute_id, at);
create table dispute_evidence (
  id uuid primary key,
  dispute_id uuid not null,
  place bigint generated always as identity,
  kind text not null,
  -- client, provider, or record for what was packed from the contract.
  by_side text not null,
  author_id uuid,
  at timestamptz not null,
  body text,
  file_id uuid,
  sha256 text not null,
  size bigint not null,
  source_stream text,
  source_version bigint
);
create index on dispute_evidence (dispute_id, place);`;

const readModels = `
-- The rest are read models: built from facts, never written by a command.
create table disputes (
  id uuid primary key,
  contract_id uuid not null,
  contract_title text not null,
  client_id uuid not null,
  provider_id uuid not null,
  opened_by text not null,
  category text not null,
  amount bigint not null,
  currency char(3) not null,
  milestone_ids uuid[] not null,
  state text not null,
  owner text not null,
  deadline timestamptz,
  default_outcome text not null,
  mediator_id uuid,
  panel uuid[] not null default '{}',
  opened_at timestamptz not null,
  updated_at timestamptz not null
);
create index on disputes (contract_id);
create index on disputes (client_id, updated_at desc, id desc);
create index on disputes (provider_id, updated_at desc, id desc);
create index on disputes (deadline, id);
create index on disputes (state, deadline, id);
create index on disputes (mediator_id) where mediator_id is not null;
create index on disputes using gin (contract_title gin_trgm_ops);
create table precedents (
  id uuid primary key,
  category text not null,
  policy_reference text not null,
  provider_percent int not null,
  summary text not null,
  appealed boolean not null,
  at timestamptz not null
);
create index on precedents (at desc, id desc);
create index on precedents (category, at desc, id desc);`;

const hub = `
alter table contract_milestones
  add column released bigint, add column refunded bigint, add column dispute_id uuid;
update contract_milestones m set released = (t.value -> 'amount' ->> 'amountMinor')::bigint
  from contracts c, jsonb_array_elements(c.milestones) as t(value)
  where m.state = 'released' and c.id = m.contract_id and (t.value ->> 'id')::uuid = m.milestone_id;`;
