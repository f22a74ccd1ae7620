import { Migration } from '@mikro-orm/migrations';

/** Reviews, and which contracts they may be written on. */
export class Reviews0023 extends Migration {
  override up(): void {
    this.addSql(`
create table reviews (
  id uuid primary key,
  contract_id uuid not null,
  contract_title text not null,
  author_id uuid not null,
  subject_id uuid not null,
  stars int not null,
  quality int not null,
  communication int not null,
  timeliness int not null,
  text text not null,
  at timestamptz not null,
  -- Null while neither both sides wrote nor the time passed.
  published_at timestamptz,
  reply text
);
create unique index one_review_per_side on reviews (contract_id, author_id);
create index on reviews (subject_id, published_at desc, id desc) where published_at is not null;

-- A read model: built from facts, never written by a command.
create table reviewable_contracts (
  contract_id uuid primary key,
  client_id uuid not null,
  provider_id uuid not null,
  funded boolean not null
);`);
  }
}
