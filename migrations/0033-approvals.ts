import { Migration } from '@mikro-orm/migrations';

/** What two people have to want. `approvals` is a read model; the words are written with the facts. */
export class Approvals0033 extends Migration {
  override up(): void {
    this.addSql(`
create table approvals (
  id uuid primary key,
  action text not null,
  subject text not null,
  state text not null,
  amount bigint,
  currency char(3),
  maker_id uuid not null,
  checker_id uuid,
  beneficiaries uuid[] not null,
  required_permission text not null,
  requested_at timestamptz not null,
  expires_at timestamptz not null,
  decided_at timestamptz,
  failure text
);
create index on approvals (requested_at desc, id desc);
create index on approvals (required_permission, requested_at desc, id desc) where state = 'requested';
create index on approvals (maker_id, requested_at desc, id desc);
create index on approvals (subject);
create table approval_words (
  approval_id uuid primary key,
  reason text not null,
  changes jsonb not null,
  comment text
);`);
  }
}
