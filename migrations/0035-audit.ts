import { Migration } from '@mikro-orm/migrations';

/**
 * The signed log over the record, what staff did, exports of the record, and the read model of the
 * time machine. Nothing here is written while money moves: the worker follows behind.
 */
export class Audit0035 extends Migration {
  override up(): void {
    for (const part of [log, staff, exports, replay, receipts, rebuilds, grants]) this.addSql(part);
  }
}

const log = `
-- Dense numbers for events in the order of the feed; given once, never changed.
create table record.tlog_leaves (
  n bigint primary key,
  xid xid8 not null,
  pos bigint not null,
  event uuid not null unique,
  hash bytea not null,
  unique (xid, pos)
);
create table record.tlog_checkpoints (
  size bigint primary key,
  root bytea not null,
  note text not null,
  at timestamptz not null default clock_timestamp()
);
create table record.tlog_cosignatures (
  size bigint not null references record.tlog_checkpoints (size),
  name text not null,
  line text not null,
  at timestamptz not null,
  primary key (size, name)
);
create index on record.tlog_cosignatures (name, size desc);
create table record.tlog_keys (
  vkey text primary key,
  since timestamptz not null default clock_timestamp()
);
create trigger immutable before update or delete or truncate on record.tlog_leaves
  for each statement execute function record.refuse();
create trigger immutable before update or delete or truncate on record.tlog_checkpoints
  for each statement execute function record.refuse();`;

const staff = `
-- Who of the staff did or read what. The record holds the hash of each row on audit-<day>; where
-- from and what for stay here, because they are about people.
create table staff_actions (
  id uuid primary key,
  at timestamptz not null,
  staff_id uuid not null,
  roles text[] not null,
  action text not null,
  subject text not null,
  method text not null,
  path text not null,
  status int not null,
  address text not null,
  correlation text not null,
  purpose text,
  hash bytea not null
);
create index on staff_actions (at desc, id desc);
create index on staff_actions (staff_id, at desc, id desc);
create index on staff_actions (subject, at desc, id desc);
create index staff_actions_path on staff_actions using gin (path gin_trgm_ops);
-- Which event of the record speaks of which row.
create table staff_action_events (action_id uuid primary key, event uuid not null);
create trigger immutable before update or delete or truncate on staff_actions
  for each statement execute function record.refuse();`;

const exports = `
create table audit_exports (
  id uuid primary key,
  approval_id uuid unique,
  requested_by uuid not null,
  scope jsonb not null,
  purpose text not null,
  state text not null,
  requested_at timestamptz not null,
  done int not null default 0,
  total int,
  size bigint,
  events int,
  manifest_sha256 text,
  checkpoint_size bigint,
  expires_at timestamptz,
  downloads int not null default 0
);
create index on audit_exports (requested_at desc, id desc);`;

const replay = `
-- The legs again, in the order of the log, with the indexes that questions about the past need and
-- that the ledger's own table must not pay for.
create table replay_entries (
  id bigint primary key,
  leaf bigint not null,
  journal uuid not null,
  account text not null,
  kind text not null,
  currency char(3) not null,
  amount bigint not null,
  recorded_at timestamptz not null,
  effective_at timestamptz not null
);
create index on replay_entries (account, recorded_at, id) include (amount);
create index on replay_entries (account, effective_at, id) include (amount);
create index on replay_entries (recorded_at) include (kind, currency, amount);
create index on replay_entries (effective_at) include (kind, currency, amount);
create index on replay_entries (leaf);
-- Sums by hour: of an account, and of a kind of account ('kind:<kind>') for the trial balance.
create table replay_hours (
  axis text not null,
  name text not null,
  currency char(3) not null,
  hour timestamptz not null,
  amount numeric not null,
  primary key (axis, name, currency, hour) include (amount)
);`;

const receipts = `
-- What a public receipt says of a milestone: which event funded it, and how much of it is gone.
create table receipts (
  milestone_id uuid primary key,
  contract_id uuid not null,
  funded_event uuid not null,
  funded_at timestamptz not null,
  amount bigint not null,
  gone bigint not null default 0
);`;

const rebuilds = `
create table projection_rebuilds (
  id uuid primary key,
  projection text not null,
  state text not null,
  events bigint not null default 0,
  total bigint not null default 0,
  events_per_second int not null default 0,
  differences bigint,
  error text,
  started_at timestamptz not null,
  ended_at timestamptz
);
create unique index one_rebuild_at_a_time on projection_rebuilds (projection)
  where ended_at is null;
-- Which tables may be built anew and swapped; only a migration adds one.
create table record.read_models (table_name text primary key);
insert into record.read_models values ('receipts'), ('staff_action_events');
create schema rebuild;
create schema replaced;
create function record.rebuild_check(p_tables text[]) returns void language plpgsql as $$
begin
  if exists (select from unnest(p_tables) t where t not in (select table_name from record.read_models)) then
    raise exception 'not a read model: %', p_tables;
  end if;
end $$;
-- Empty twins of the tables, with their keys and indexes.
create function record.rebuild_begin(p_tables text[]) returns void language plpgsql security definer as $$
declare t text;
begin
  perform record.rebuild_check(p_tables);
  foreach t in array p_tables loop
    execute format('drop table if exists rebuild.%I', t);
    execute format('create table rebuild.%I (like public.%I including all)', t, t);
    if exists (select from pg_roles where rolname = 'guildhall_app') then
      execute format('grant select, insert, update, delete on rebuild.%I to guildhall_app', t);
    end if;
  end loop;
end $$;
-- Rows that are in one of the two and not in the other.
create function record.rebuild_differences(p_tables text[]) returns bigint language plpgsql security definer as $$
declare t text; v_count bigint; v_sum bigint := 0;
begin
  perform record.rebuild_check(p_tables);
  foreach t in array p_tables loop
    execute format('select count(*) from (
      (select hashtextextended(o::text, 0) from public.%1$I o except all
        select hashtextextended(n::text, 0) from rebuild.%1$I n) union all
      (select hashtextextended(n::text, 0) from rebuild.%1$I n except all
        select hashtextextended(o::text, 0) from public.%1$I o)) d', t) into v_count;
    v_sum := v_sum + v_count;
  end loop;
  return v_sum;
end $$;
-- The new ones take the place of the old ones, which stay in the schema replaced until the next time.
create function record.rebuild_swap(p_tables text[]) returns void language plpgsql security definer as $$
declare t text;
begin
  perform record.rebuild_check(p_tables);
  foreach t in array p_tables loop
    execute format('drop table if exists replaced.%I', t);
    execute format('alter table public.%I set schema replaced', t);
    execute format('alter table rebuild.%I set schema public', t);
  end loop;
end $$;`;

const grants = `
do $$ begin
  if exists (select from pg_roles where rolname = 'guildhall_app') then
    grant select, insert on record.tlog_leaves, record.tlog_checkpoints, record.tlog_cosignatures,
      record.tlog_keys to guildhall_app;
    grant usage on schema rebuild to guildhall_app;
    grant select on record.read_models to guildhall_app;
    revoke update, delete on staff_actions from guildhall_app;
  end if;
end $$;`;
