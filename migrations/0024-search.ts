import { Migration } from '@mikro-orm/migrations';

/** Search: what can be found, the words to correct by, and the searches people keep. */
export class Search0024 extends Migration {
  override up(): void {
    for (const part of [found, kept]) this.addSql(part);
  }
}

const found = `
create extension if not exists pg_trgm;

-- What a job is found by; title and skills weigh more than the description.
create function job_words(title text, skills text[], category text, description text)
returns tsvector language sql immutable parallel safe as $$
  select setweight(to_tsvector('english', title), 'A')
    || setweight(to_tsvector('english', array_to_string(skills, ' ')), 'B')
    || setweight(to_tsvector('english', category), 'C')
    || setweight(to_tsvector('english', description), 'D') $$;

create table search_jobs (
  id uuid primary key,
  client_id uuid not null,
  title text not null,
  excerpt text not null,
  category text not null,
  skills text[] not null,
  budget bigint not null,
  currency text not null,
  proposals int not null default 0,
  published_at timestamptz not null,
  words tsvector not null
);
create index on search_jobs using gin (words) with (fastupdate = off);
create index on search_jobs using gin (skills) with (fastupdate = off);
create index on search_jobs (published_at desc, id desc);
create index on search_jobs (category, published_at desc, id desc);
create index on search_jobs (budget desc, id desc);

create table search_talent (
  account_id uuid primary key,
  skills text[] not null,
  seen_at timestamptz not null,
  words tsvector not null
);
create index on search_talent using gin (words) with (fastupdate = off);
create index on search_talent using gin (skills) with (fastupdate = off);
create index on search_talent (seen_at desc, account_id desc);`;

const kept = `
create table search_figures (
  account_id uuid primary key,
  stars int not null,
  reviews int not null
);

create table search_terms (
  term text not null,
  skill boolean not null,
  uses int not null,
  primary key (term, skill)
);
create index on search_terms using gin (term gin_trgm_ops);
create index on search_terms (term text_pattern_ops) where skill;

create table saved_searches (
  id uuid primary key,
  account_id uuid not null,
  name text not null,
  query jsonb not null,
  created_at timestamptz not null
);
create index on saved_searches (account_id, id desc);

create table saved_search_hits (
  search_id uuid not null references saved_searches (id) on delete cascade,
  job_id uuid not null,
  primary key (search_id, job_id)
);`;
