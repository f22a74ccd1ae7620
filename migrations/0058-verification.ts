import { Migration } from '@mikro-orm/migrations';

/** Who somebody is: what was sent, what the provider said of it, and what people decided. */
export class Verification0058 extends Migration {
  override up(): void {
    this.addSql(`
create table verifications (
  id uuid primary key,
  account_id uuid not null,
  tier text not null,
  state text not null,
  risk text not null default 'normal',
  files uuid[] not null default '{}',
  -- Sealed with the person's key: what was typed, and what the provider read.
  stated text not null default '',
  extracted text not null default '',
  provider_applicant text,
  provider_check text,
  outcome text,
  reasons text[] not null default '{}',
  note text not null default '',
  checklist text[] not null default '{}',
  submitted_at timestamptz not null,
  due_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  approval_id uuid,
  expires_at timestamptz
);
create index on verifications (account_id, submitted_at desc, id desc);
create unique index on verifications (account_id) where state in ('checking', 'review', 'second_look');
create index on verifications (state, due_at, id);
create index on verifications (due_at, id);
create index on verifications (provider_check);
-- Above how much what is asked of whom leaves a wallet. A row is never changed.
create table verification_limits (
  currency char(3) not null,
  version int not null,
  tier text not null,
  above bigint not null check (above >= 0),
  primary key (currency, version)
);
insert into verification_limits (currency, version, tier, above) values ('INR', 1, 'T2', 5000000);`);
  }
}
