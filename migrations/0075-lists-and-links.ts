import { Migration } from '@mikro-orm/migrations';

/** What a publisher of a list said last, and what two accounts may have in common. */
export class ListsAndLinks0075 extends Migration {
  override up(): void {
    this.addSql(`
create table list_fetches (
  source text primary key,
  -- Given back at the next question, so that a list that is as it was is not sent again.
  etag text,
  last_modified text,
  asked_at timestamptz not null,
  outcome text not null,
  why text,
  failing_since timestamptz
);

-- A keyed hash of the number: two accounts that pay out to one bank account have the same.
alter table bank_accounts add column mark bytea;
create index on bank_accounts (mark) where mark is not null;
create index on accounts (phone) where phone is not null;
create index on known_devices (hash);
create index on sessions (address) where address is not null;

create index on screening_cases (account_id) where disposition = 'enhanced_due_diligence';`);
  }
}
