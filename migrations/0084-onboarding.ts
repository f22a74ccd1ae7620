import { Migration } from '@mikro-orm/migrations';

/** What organisations ask of providers before and beside the work, and what came of it. */
export class Onboarding0084 extends Migration {
  override up(): void {
    for (const part of [plans, standing]) this.addSql(part);
  }
}

const plans = `
create table onboarding_plans (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  -- Null is for all of the organisation that has no plan of its own.
  workspace_id uuid references org_workspaces (id),
  version int not null,
  before_work boolean not null,
  valid_days int not null,
  -- [{id, kind, title, explanation, text, required, days, reviewed}]
  tasks jsonb not null,
  published_by uuid not null,
  published_at timestamptz not null,
  unique nulls not distinct (organisation_id, workspace_id, version)
);
-- Who has begun goes on with the version that they began.
create function onboarding_plans_stay() returns trigger language plpgsql as $$
begin
  raise exception 'a plan that was published stays as it is';
end $$;
create trigger onboarding_plans_stay before update or delete on onboarding_plans
  for each row execute function onboarding_plans_stay();`;

const standing = `
create table onboardings (
  id uuid primary key,
  plan_id uuid not null references onboarding_plans (id),
  organisation_id uuid not null references organisations (id),
  workspace_id uuid references org_workspaces (id),
  provider_id uuid not null,
  begun_at timestamptz not null,
  -- Every required task is done.
  done_at timestamptz
);
create unique index one_open_onboarding on onboardings (organisation_id, provider_id, workspace_id)
  nulls not distinct where done_at is null;
create index on onboardings (organisation_id, begun_at desc, id desc);
create index on onboardings (provider_id, begun_at desc, id desc);

create table onboarding_contracts (
  contract_id uuid primary key,
  onboarding_id uuid not null references onboardings (id)
);
create index on onboarding_contracts (onboarding_id);

create table onboarding_tasks (
  onboarding_id uuid not null references onboardings (id),
  task_id uuid not null,
  place int not null,
  required boolean not null,
  state text not null check (state in ('open', 'in_review', 'returned', 'done')),
  due_at timestamptz not null,
  handed_in_at timestamptz,
  answer text,
  signature text,
  -- Of the text that was confirmed or signed.
  sha256 text,
  file_id uuid,
  reason text,
  reviewed_by uuid,
  reviewed_at timestamptz,
  primary key (onboarding_id, task_id)
);
create index on onboarding_tasks (reviewed_by) where reviewed_by is not null;`;
