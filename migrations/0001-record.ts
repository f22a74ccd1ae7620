import { Migration } from '@mikro-orm/migrations';

/** The record: streams, events, idempotency, checkpoints, timers; and the ledger in the same database. */
export class Record0001 extends Migration {
  override up(): void {
    for (const part of [schemas, events, ledger, immutable, append, consumers, grants])
      this.addSql(part);
  }
}

const schemas = `create schema record; create schema ledger;`;

const events = `
create table record.streams (
  id text primary key check (id ~ '^[a-z]+-.{1,100}$'),
  version bigint not null,
  head bytea not null
) with (fillfactor = 70);
-- The order of the feed is (xid, pos), read only below the snapshot's xmin: a lower position may
-- commit after a higher one, a lower xid below xmin never does.
create table record.events (
  xid xid8 not null default pg_current_xact_id(),
  pos bigint generated always as identity,
  stream text not null,
  version bigint not null,
  id uuid not null unique,
  type text not null,
  raw text not null,
  hash bytea not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (xid, pos),
  unique (stream, version)
);
create table record.idempotency (
  scope text not null,
  key text not null,
  request_hash bytea not null,
  response jsonb,
  created_at timestamptz not null default now(),
  primary key (scope, key)
);`;

const ledger = `
-- A positive balance is money owed to whom the account is named after; gateway and bank mirror
-- money held outside and are negative. Hot accounts keep no running balance: legs are appended
-- and folded into snapshots.
create table ledger.accounts (
  id text primary key,
  kind text not null,
  owner text,
  currency char(3) not null,
  balance bigint not null default 0,
  version bigint not null default 0,
  hot boolean not null,
  guarded boolean not null,
  constraint never_overdrawn check (hot or not guarded or balance >= 0)
) with (fillfactor = 70);
create index on ledger.accounts (owner, kind);
-- A journal is the set of legs that one event carries; its id is the event's id. No foreign keys:
-- rows are written by record.append alone, and checking what it just wrote would cost a third of it.
create table ledger.entries (
  xid xid8 not null default pg_current_xact_id(),
  id bigint generated always as identity primary key,
  journal uuid not null,
  account text not null,
  kind text not null,
  amount bigint not null check (amount <> 0),
  currency char(3) not null,
  balance bigint,
  account_version bigint,
  effective_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (account, account_version)
);
create index hot_tail on ledger.entries (account, xid) where account_version is null;
create index on ledger.entries (journal);
create table ledger.snapshots (
  account text primary key references ledger.accounts (id),
  below xid8 not null,
  balance numeric not null
);
-- What an account holds now, hot ones included.
create function ledger.balance_of(a ledger.accounts) returns numeric language sql stable as $$
  select case when not a.hot then a.balance::numeric else
    coalesce((select s.balance from ledger.snapshots s where s.account = a.id), 0)
    + coalesce((select sum(e.amount) from ledger.entries e where e.account = a.id
        and e.account_version is null and e.xid >= coalesce((select s.below from ledger.snapshots s where s.account = a.id), '0'::xid8)), 0)
  end $$;
-- Folds the settled tail of every hot account into its snapshot.
create function ledger.fold_hot() returns void language plpgsql security definer as $$
declare horizon xid8 := pg_snapshot_xmin(pg_current_snapshot());
begin
  insert into ledger.snapshots as s (account, below, balance)
    select a.id, horizon, coalesce((select sum(e.amount) from ledger.entries e
        where e.account = a.id and e.account_version is null and e.xid < horizon
          and e.xid >= coalesce((select o.below from ledger.snapshots o where o.account = a.id), '0'::xid8)), 0)
    from ledger.accounts a where a.hot
  on conflict (account) do update set below = excluded.below, balance = s.balance + excluded.balance;
end $$;`;

const immutable = `
create function record.refuse() returns trigger language plpgsql as $$
begin raise exception '% is append-only', tg_table_name using errcode = 'GH002'; end $$;
create trigger immutable before update or delete or truncate on record.events
  for each statement execute function record.refuse();
create trigger immutable before update or delete or truncate on ledger.entries
  for each statement execute function record.refuse();`;

/*
 * One call per command, and the only writer of the record and the ledger. Events come grouped by
 * stream, streams and accounts in ascending order (the lock order). expected: the version before each
 * event, -1 for any. A journal that does not sum to zero takes everything with it.
 */
const append = `
create function record.chain_hash(head bytea, stream text, version bigint, raw text)
returns bytea language sql immutable parallel safe as $$
  select sha256(convert_to('guildhall.event.v1', 'UTF8') || '\\x00'::bytea || head
    || int4send(octet_length(stream)) || convert_to(stream, 'UTF8') || int8send(version)
    || int4send(octet_length(raw)) || convert_to(raw, 'UTF8')) $$;

create function record.append(
  p_streams text[], p_expected bigint[], p_ids uuid[], p_types text[], p_raws text[],
  p_at timestamptz, p_journals uuid[], p_accounts text[], p_kinds text[], p_owners text[],
  p_currencies text[], p_amounts bigint[], p_entry_kinds text[],
  p_scope text, p_key text, p_request bytea, p_response jsonb,
  out replayed boolean, out response jsonb, out xid text, out pos bigint
) language plpgsql security definer as $$
declare
  v_version bigint; v_head bytea; v_hash bytea;
  v_balances bigint[] := '{}'; v_versions bigint[] := '{}';
  v_balance bigint; v_account_version bigint; i int;
begin
  replayed := false; response := p_response; xid := pg_current_xact_id()::text;
  if p_key is not null then
    insert into record.idempotency (scope, key, request_hash, response)
      values (p_scope, p_key, p_request, p_response) on conflict do nothing;
    if not found then
      select k.request_hash, k.response into v_hash, response
        from record.idempotency k where k.scope = p_scope and k.key = p_key;
      if v_hash is distinct from p_request then
        raise exception 'idempotency key re-used' using errcode = 'GH003';
      end if;
      replayed := true; pos := 0; return;
    end if;
  end if;
  for i in 1 .. coalesce(array_length(p_streams, 1), 0) loop
    if p_expected[i] = 0 then
      v_version := 1; v_head := record.chain_hash('\\x', p_streams[i], 1, p_raws[i]);
      insert into record.streams (id, version, head) values (p_streams[i], 1, v_head)
        on conflict do nothing;
    else
      update record.streams s
        set version = s.version + 1, head = record.chain_hash(s.head, s.id, s.version + 1, p_raws[i])
        where s.id = p_streams[i] and (p_expected[i] < 0 or s.version = p_expected[i])
        returning s.version, s.head into v_version, v_head;
      if not found and p_expected[i] < 0 then
        insert into record.streams as s (id, version, head)
          values (p_streams[i], 1, record.chain_hash('\\x', p_streams[i], 1, p_raws[i]))
          on conflict (id) do update set version = s.version + 1,
            head = record.chain_hash(s.head, s.id, s.version + 1, p_raws[i])
          returning s.version, s.head into v_version, v_head;
      end if;
    end if;
    if not found then
      raise exception '% is not at %', p_streams[i], p_expected[i] using errcode = 'GH004';
    end if;
    insert into record.events (stream, version, id, type, raw, hash)
      values (p_streams[i], v_version, p_ids[i], p_types[i], p_raws[i], v_head)
      returning events.pos into pos;
  end loop;
  if coalesce(array_length(p_accounts, 1), 0) = 0 then return; end if;
  if exists (select from unnest(p_journals, p_currencies, p_amounts) as t(j, c, m)
      group by j, c having sum(m) <> 0 or count(*) < 2) then
    raise exception 'journal does not sum to zero' using errcode = 'GH001';
  end if;
  for i in 1 .. array_length(p_accounts, 1) loop
    v_balance := null; v_account_version := null;
    if p_kinds[i] in ('fees', 'tax', 'gateway', 'bank') then
      perform 1 from ledger.accounts a where a.id = p_accounts[i];
      if not found then
        insert into ledger.accounts (id, kind, owner, currency, hot, guarded)
          values (p_accounts[i], p_kinds[i], p_owners[i], p_currencies[i], true, false)
          on conflict do nothing;
      end if;
    else
      update ledger.accounts a set balance = a.balance + p_amounts[i], version = a.version + 1
        where a.id = p_accounts[i] returning a.balance, a.version into v_balance, v_account_version;
      if not found then
        insert into ledger.accounts as a (id, kind, owner, currency, balance, version, hot, guarded)
          values (p_accounts[i], p_kinds[i], p_owners[i], p_currencies[i], p_amounts[i], 1, false, true)
          on conflict (id) do update set balance = a.balance + excluded.balance, version = a.version + 1
          returning a.balance, a.version into v_balance, v_account_version;
      end if;
    end if;
    v_balances := v_balances || v_balance; v_versions := v_versions || v_account_version;
  end loop;
  insert into ledger.entries (journal, account, kind, amount, currency, balance, account_version, effective_at)
    select j, a, k, m, c, b, v, p_at
      from unnest(p_journals, p_accounts, p_entry_kinds, p_amounts, p_currencies, v_balances, v_versions)
        as t(j, a, k, m, c, b, v);
end $$;`;

const consumers = `
create table record.consumers (
  name text primary key,
  xid xid8 not null default '0',
  pos bigint not null default 0,
  -- The kinds of facts it listens to; how far behind it is counts only those.
  types text[] not null default '{}',
  error text,
  updated_at timestamptz not null default now()
);
create table record.timers (
  kind text not null,
  key text not null,
  due_at timestamptz not null,
  payload jsonb not null,
  fired_at timestamptz,
  -- A deadline whose receiver threw waits until here; it never blocks the others.
  retry_at timestamptz,
  primary key (kind, key)
);
create index on record.timers (due_at) where fired_at is null;`;

const grants = `
do $$ begin
  if exists (select from pg_roles where rolname = 'guildhall_app') then
    grant usage on schema public, record, ledger to guildhall_app;
    grant select on all tables in schema record, ledger to guildhall_app;
    grant insert, update, delete on record.consumers, record.timers to guildhall_app;
    grant execute on all functions in schema record, ledger to guildhall_app;
    alter default privileges in schema public grant select, insert, update, delete on tables to guildhall_app;
    alter default privileges in schema public grant usage, select on sequences to guildhall_app;
  end if;
end $$;`;
