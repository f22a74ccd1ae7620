import { Migration } from '@mikro-orm/migrations';

/** What a register of companies says, what members see, requests that end, domains looked up again. */
export class OrganisationsSeen0076 extends Migration {
  override up(): void {
    this.addSql(`
alter table verifications add column registry_outcome text;
-- Sealed with the person's key: the name and the officers as the register has them.
alter table verifications add column registry text not null default '';

alter table org_spendings add column expires_at timestamptz;
alter table organisations add column requests_expire_days int not null default 14;

alter table contracts add column workspace_id uuid;
update contracts c set workspace_id = j.workspace_id from jobs j
  where j.id = c.job_id and c.organisation_id is not null;
create index on contracts (organisation_id, created_at desc, id desc)
  where organisation_id is not null;
create index on jobs (organisation_id, saved_at desc, id desc) where organisation_id is not null;

alter table org_domains add column looked_at timestamptz;
alter table org_domains add column missing_since timestamptz;
create index on org_domains (verified_at) where verified_at is not null;`);
  }
}
