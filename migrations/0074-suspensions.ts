import { Migration } from '@mikro-orm/migrations';

/** Accounts that the staff has closed for a while, and log-ins whose second step went wrong. */
export class Suspensions0074 extends Migration {
  override up(): void {
    this.addSql(`
create table account_suspensions (
  id uuid primary key,
  account_id uuid not null references accounts (id),
  reason text not null,
  note text not null,
  suspended_by uuid not null,
  suspended_at timestamptz not null,
  lifted_by uuid,
  lift_note text,
  lifted_at timestamptz
);
create unique index on account_suspensions (account_id) where lifted_at is null;
create index on account_suspensions (account_id, suspended_at desc);
alter table login_tickets add column refusals int not null default 0;`);
  }
}
