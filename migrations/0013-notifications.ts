import { Migration } from '@mikro-orm/migrations';

/** Mails as they are owed, and what people find in the app. */
export class Notifications0013 extends Migration {
  override up(): void {
    this.addSql(`
create table mail_log (
  id uuid primary key,
  cause text not null,
  kind text not null,
  account_id uuid not null,
  link text not null,
  about jsonb not null,
  queued_at timestamptz not null default now(),
  sent_at timestamptz,
  unique (cause, kind, account_id)
);
create table notifications (
  id uuid primary key,
  account_id uuid not null,
  kind text not null,
  at timestamptz not null,
  read_at timestamptz,
  link text not null,
  about jsonb not null
);
create index on notifications (account_id, at desc, id desc);
create index on notifications (account_id) where read_at is null;`);
  }
}
