import { Migration } from '@mikro-orm/migrations';

/** Proposals. A provider has one per job, unless it was withdrawn. */
export class Proposals0021 extends Migration {
  override up(): void {
    this.addSql(`
create table proposals (
  id uuid primary key,
  job_id uuid not null,
  client_id uuid not null,
  provider_id uuid not null,
  status text not null,
  -- What the provider wrote, whole.
  content jsonb not null,
  submitted_at timestamptz not null,
  edited_at timestamptz,
  viewed_at timestamptz,
  decided_at timestamptz,
  decline_reason text,
  decline_note text,
  contract_id uuid
);
create unique index one_proposal_per_job on proposals (job_id, provider_id)
  where status <> 'withdrawn';
create index on proposals (job_id, id desc) where status <> 'withdrawn';
create index on proposals (provider_id, id desc);`);
  }
}
