import { Migration } from '@mikro-orm/migrations';

/** Text messages and what became of them. */
export class Texts0072 extends Migration {
  override up(): void {
    this.addSql(`
create table texts (
  id uuid primary key,
  cause text not null unique,
  account_id uuid not null,
  challenge_id uuid,
  purpose text not null,
  country text,
  -- How the number begins and ends.
  masked text not null,
  sender text not null,
  status text not null,
  error_code int,
  queued_at timestamptz not null,
  changed_at timestamptz not null
);
create index on texts (status, id desc);
create index on texts (account_id, id desc);
create index on texts (queued_at);
insert into retention_rules (kind, version, years, basis, action) values
  ('texts', 1, 1, 'contract', 'delete');`);
  }
}
