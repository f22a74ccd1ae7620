import { Migration } from '@mikro-orm/migrations';

/** Numbers whose owners want no texts, what they answered, and when people are not to be woken. */
export class TextStops0079 extends Migration {
  override up(): void {
    this.addSql(`
-- A keyed hash: it finds the number again, and nobody reads it.
alter table texts add column mark bytea;
create index on texts (mark, id desc);
create table text_stops (
  mark bytea primary key,
  -- Whom the last text to this number was for.
  account_id uuid,
  by text not null check (by in ('reply', 'network')),
  stopped_at timestamptz not null
);
create index on text_stops (account_id);
create table text_replies (
  message_sid text primary key,
  heard_at timestamptz not null
);
create index on text_replies (heard_at);
create table quiet_hours (
  account_id uuid primary key,
  is_on boolean not null,
  starts text not null,
  ends text not null,
  changed_at timestamptz not null
);`);
  }
}
