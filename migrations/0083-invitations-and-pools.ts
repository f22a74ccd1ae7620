import { Migration } from '@mikro-orm/migrations';

/** Who was asked to which job, and the providers whom clients and organisations keep in pools. */
export class InvitationsAndPools0083 extends Migration {
  override up(): void {
    for (const part of [invitations, pools]) this.addSql(part);
  }
}

const invitations = `
create table job_invitations (
  job_id uuid not null references jobs (id),
  provider_id uuid not null,
  invited_at timestamptz not null,
  primary key (job_id, provider_id)
);
create index on job_invitations (provider_id);
insert into job_invitations (job_id, provider_id, invited_at)
  select m.job_id, m.provider_id, coalesce(j.published_at, j.saved_at)
    from job_matches m join jobs j on j.id = m.job_id where m.invited;`;

const pools = `
create table talent_pools (
  id uuid primary key,
  name text not null,
  -- Of one person, or of an organisation and there of everybody or of one workspace.
  owner_id uuid,
  organisation_id uuid references organisations (id),
  workspace_id uuid references org_workspaces (id),
  sharing text not null check (sharing in ('own', 'organisation', 'workspace')),
  opened_at timestamptz not null,
  check ((sharing = 'own') = (owner_id is not null)),
  check ((sharing = 'own') = (organisation_id is null)),
  check ((sharing = 'workspace') = (workspace_id is not null))
);
create index on talent_pools (owner_id) where owner_id is not null;
create index on talent_pools (organisation_id) where organisation_id is not null;

create table talent_pool_entries (
  pool_id uuid not null references talent_pools (id) on delete cascade,
  provider_id uuid not null,
  note text not null,
  tags text[] not null,
  -- Who wrote the note last.
  noted_by uuid not null,
  added_at timestamptz not null,
  primary key (pool_id, provider_id)
);
create index on talent_pool_entries (provider_id);
create index on talent_pool_entries (noted_by);
-- Work that an organisation or a client who acts alone had done by whom.
create index on contracts (client_id, provider_id);
create index on contracts (organisation_id, provider_id) where organisation_id is not null;`;
