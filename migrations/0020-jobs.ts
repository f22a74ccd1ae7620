import { Migration } from '@mikro-orm/migrations';

/** Jobs, who was matched to them, and what a client is known for. */
export class Jobs0020 extends Migration {
  override up(): void {
    for (const part of [jobs, readModels]) this.addSql(part);
  }
}

const jobs = `
create extension if not exists pg_trgm;

create table jobs (
  id uuid primary key,
  client_id uuid not null,
  status text not null,
  revision int not null,
  -- What the client wrote, whole, with nothing missing: a draft has empty fields.
  content jsonb not null,
  title text not null generated always as (content ->> 'title') stored,
  category text generated always as (content ->> 'category') stored,
  drafted_at timestamptz not null,
  saved_at timestamptz not null,
  published_at timestamptz,
  close_reason text
);
create index on jobs (client_id, saved_at desc, id desc);
create index on jobs (saved_at desc, id desc);
create index on jobs (category, published_at desc) where published_at is not null;
create index on jobs using gin (title gin_trgm_ops);`;

const readModels = `
-- The rest are read models: built from facts, never written by a command.
create table job_proposals (
  proposal_id uuid primary key,
  job_id uuid not null,
  client_id uuid not null,
  provider_id uuid not null,
  open boolean not null,
  answered boolean not null
);
create index on job_proposals (job_id, provider_id);

create table job_hires (
  contract_id uuid primary key,
  job_id uuid not null,
  client_id uuid not null,
  agreed bigint not null,
  currency text not null
);
create index on job_hires (job_id);

create table client_trust (
  client_id uuid primary key,
  posted int not null default 0,
  hired int not null default 0,
  asked int not null default 0,
  answered int not null default 0,
  paid bigint not null default 0,
  currency text,
  stars int not null default 0,
  reviews int not null default 0
);

create table job_talent (
  account_id uuid primary key,
  skills text[] not null,
  languages text[] not null
);
create index on job_talent using gin (skills);

create table job_matches (
  job_id uuid not null,
  provider_id uuid not null,
  place int not null,
  why text[] not null,
  invited boolean not null,
  primary key (job_id, provider_id)
);`;
