import { Migration } from '@mikro-orm/migrations';

/** Organisations, who is in them, and whom a member acts for. */
export class Organisations0061 extends Migration {
  override up(): void {
    for (const part of [organisations, agreeing, carried]) this.addSql(part);
  }
}

const organisations = `
create table organisations (
  id uuid primary key,
  name text not null,
  seats int not null,
  needs_purchase_order boolean not null default false,
  needs_cost_centre boolean not null default false,
  founded_at timestamptz not null
);

create table org_workspaces (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  name text not null,
  budget bigint,
  currency text,
  created_at timestamptz not null
);
create index on org_workspaces (organisation_id, created_at);

create table org_members (
  organisation_id uuid not null references organisations (id),
  account_id uuid not null,
  role text not null check (role in ('owner', 'admin', 'hirer', 'finance', 'member')),
  workspace_id uuid references org_workspaces (id),
  joined_at timestamptz not null,
  primary key (organisation_id, account_id)
);
create index on org_members (account_id);

create table org_invitations (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  email text not null,
  role text not null,
  workspace_id uuid references org_workspaces (id),
  invited_by uuid not null,
  -- Which link is the good one: those of former sendings are void.
  sending int not null default 1,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  accepted_by uuid
);
create unique index one_open_invitation on org_invitations (organisation_id, email)
  where ended_at is null;

create table org_acting (
  account_id uuid primary key,
  organisation_id uuid not null references organisations (id),
  workspace_id uuid not null references org_workspaces (id)
);`;

const agreeing = `
create table org_limits (
  organisation_id uuid not null references organisations (id),
  place int not null,
  purpose text not null check (purpose in ('job', 'hire')),
  above bigint not null,
  currency text not null,
  approver text not null check (approver in ('finance', 'owner')),
  role text,
  workspace_id uuid references org_workspaces (id),
  primary key (organisation_id, place)
);

create table org_spendings (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  workspace_id uuid not null references org_workspaces (id),
  purpose text not null,
  -- The job, or the proposal that is to be hired.
  subject_id uuid not null,
  job_id uuid not null,
  requester_id uuid not null,
  amount bigint not null,
  currency text not null,
  purchase_order text,
  cost_centre text,
  chain text[] not null,
  -- [{by, decision, comment, at}]
  decisions jsonb not null default '[]',
  state text not null,
  asked_at timestamptz not null
);
create unique index one_open_spending on org_spendings (subject_id) where state = 'open';
create index on org_spendings (subject_id);
create index on org_spendings (job_id);
create index on org_spendings (organisation_id, asked_at desc, id desc);

create table org_hires (
  contract_id uuid primary key,
  organisation_id uuid not null references organisations (id),
  workspace_id uuid not null references org_workspaces (id),
  purchase_order text,
  cost_centre text,
  amount bigint not null,
  currency text not null,
  signed_at timestamptz
);
create index on org_hires (workspace_id, signed_at);

create table org_budget_notices (
  workspace_id uuid not null references org_workspaces (id),
  month text not null,
  percent int not null,
  primary key (workspace_id, month, percent)
);

-- A read model: built from facts about money, never written by a command.
create table org_statement_lines (
  event_id uuid primary key,
  organisation_id uuid not null,
  contract_id uuid not null,
  kind text not null,
  at timestamptz not null,
  amount bigint not null,
  fee bigint not null,
  tax bigint not null,
  currency text not null
);
create index on org_statement_lines (organisation_id, at);`;

const carried = `
alter table jobs add column organisation_id uuid, add column workspace_id uuid;
alter table contracts add column organisation_id uuid, add column cost_centre text;`;
