import { Migration } from '@mikro-orm/migrations';

/** What is signed before a brief is read, and by whom. */
export class Confidentiality0081 extends Migration {
  override up(): void {
    this.addSql(`
-- Each wording under its own hash, so that what was signed can be shown word for word.
create table confidentiality_texts (
  sha256 text primary key,
  body text not null
);

-- The last version holds for who signs from then on; without a hash it is the house's own text.
create table org_confidentiality (
  organisation_id uuid not null,
  version int not null,
  sha256 text references confidentiality_texts (sha256),
  changed_at timestamptz not null,
  primary key (organisation_id, version)
);

create table job_signatures (
  id uuid primary key,
  job_id uuid not null,
  account_id uuid not null,
  -- As it was typed.
  name text not null,
  sha256 text not null references confidentiality_texts (sha256),
  -- Of the organisation's text; null for the house's.
  version int,
  signed_at timestamptz not null,
  unique (job_id, account_id)
);
create index on job_signatures (job_id, signed_at desc, id desc);
create index on job_signatures (account_id);`);
  }
}
