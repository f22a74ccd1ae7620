import { Migration } from '@mikro-orm/migrations';

/**
 * The append takes several commands in one call, so that those that arrive together share one
 * transaction, and writes what it can as sets.
 */
export class LeanRecord0031 extends Migration {
  override up(): void {
    for (const part of [indexes, appendAlone, append, grants]) this.addSql(part);
  }
}

/** Only legs with a running balance have a version; the others need no place in that index. */
const indexes = `
alter table ledger.entries drop constraint entries_account_account_version_key;
create unique index one_leg_per_version on ledger.entries (account, account_version)
  where account_version is not null;`;

const appendAlone = `
drop function record.append(text[], bigint[], uuid[], text[], text[], timestamptz, uuid[], text[],
  text[], text[], text[], bigint[], text[], text, text, bytea, jsonb);`;

/*
 * The only writer of the record and the ledger. Events come grouped by stream, streams and accounts in
 * ascending order (the lock order). expected: the version before each event, -1 for any. A journal
 * that does not sum to zero, a stale stream or an overdrawn account takes everything with it.
 * Hot accounts keep no balance; receivables alone may go below zero.
 * p_alone: the call carries one command, whose known key is answered; among several a known key is
 * refused (GH005), and the caller sends them again one by one.
 */
const append = `
create function record.append(
  p_streams text[], p_expected bigint[], p_ids uuid[], p_types text[], p_raws text[],
  p_journals uuid[], p_accounts text[], p_kinds text[], p_owners text[], p_currencies text[],
  p_amounts bigint[], p_entry_kinds text[], p_at timestamptz[],
  p_scopes text[], p_keys text[], p_requests bytea[], p_responses jsonb[], p_alone boolean,
  out replayed boolean, out response jsonb, out xid text, out pos bigint
) language plpgsql security definer as $$
declare
  v_stream text; v_version bigint; v_head bytea; v_request bytea; v_new int;
  v_stream_versions bigint[] := '{}'; v_heads bytea[] := '{}';
  v_balance bigint; v_account_version bigint;
  v_balances bigint[] := '{}'; v_account_versions bigint[] := '{}';
begin
  replayed := false; xid := pg_current_xact_id()::text; pos := 0;
  if p_keys <> '{}' then
    insert into record.idempotency (scope, key, request_hash, response)
      select * from unnest(p_scopes, p_keys, p_requests, p_responses) on conflict do nothing;
    get diagnostics v_new = row_count;
    if v_new < cardinality(p_keys) then
      if not p_alone then raise exception 'a key among several is known' using errcode = 'GH005'; end if;
      select k.request_hash, k.response into v_request, response
        from record.idempotency k where k.scope = p_scopes[1] and k.key = p_keys[1];
      if v_request is distinct from p_requests[1] then
        raise exception 'idempotency key re-used' using errcode = 'GH003';
      end if;
      replayed := true; return;
    end if;
  end if;
  for i in 1 .. cardinality(p_streams) loop
    v_stream := p_streams[i];
    if p_expected[i] = 0 then
      insert into record.streams (id, version, head)
        values (v_stream, 1, record.chain_hash('\\x', v_stream, 1, p_raws[i])) on conflict do nothing
        returning version, head into v_version, v_head;
    else
      update record.streams s
        set version = s.version + 1, head = record.chain_hash(s.head, s.id, s.version + 1, p_raws[i])
        where s.id = v_stream and (p_expected[i] < 0 or s.version = p_expected[i])
        returning s.version, s.head into v_version, v_head;
      if not found and p_expected[i] < 0 then
        insert into record.streams as s (id, version, head)
          values (v_stream, 1, record.chain_hash('\\x', v_stream, 1, p_raws[i]))
          on conflict (id) do update set version = s.version + 1,
            head = record.chain_hash(s.head, s.id, s.version + 1, p_raws[i])
          returning s.version, s.head into v_version, v_head;
      end if;
    end if;
    if not found then
      raise exception '% is not at %', v_stream, p_expected[i] using errcode = 'GH004';
    end if;
    v_stream_versions := v_stream_versions || v_version; v_heads := v_heads || v_head;
  end loop;
  with written as (
    insert into record.events (stream, version, id, type, raw, hash)
      select * from unnest(p_streams, v_stream_versions, p_ids, p_types, p_raws, v_heads)
      returning events.pos)
  select max(written.pos) into pos from written;
  if p_accounts = '{}' then return; end if;
  if exists (select from unnest(p_journals, p_currencies, p_amounts) as t(j, c, m)
      group by j, c having sum(m) <> 0 or count(*) < 2) then
    raise exception 'journal does not sum to zero' using errcode = 'GH001';
  end if;
  for i in 1 .. cardinality(p_accounts) loop
    v_balance := null; v_account_version := null;
    if p_kinds[i] in ('fees', 'tax', 'gateway', 'bank', 'loss', 'suspense') then
      if not exists (select from ledger.accounts a where a.id = p_accounts[i]) then
        insert into ledger.accounts (id, kind, owner, currency, hot, guarded)
          values (p_accounts[i], p_kinds[i], p_owners[i], p_currencies[i], true, false)
          on conflict do nothing;
      end if;
    else
      update ledger.accounts a set balance = a.balance + p_amounts[i], version = a.version + 1
        where a.id = p_accounts[i] returning a.balance, a.version into v_balance, v_account_version;
      if not found then
        insert into ledger.accounts as a (id, kind, owner, currency, balance, version, hot, guarded)
          values (p_accounts[i], p_kinds[i], p_owners[i], p_currencies[i], p_amounts[i], 1, false, p_kinds[i] <> 'receivable')
          on conflict (id) do update set balance = a.balance + excluded.balance, version = a.version + 1
          returning a.balance, a.version into v_balance, v_account_version;
      end if;
    end if;
    v_balances := v_balances || v_balance;
    v_account_versions := v_account_versions || v_account_version;
  end loop;
  insert into ledger.entries
      (journal, account, kind, amount, currency, balance, account_version, effective_at)
    select * from unnest(p_journals, p_accounts, p_entry_kinds, p_amounts, p_currencies, v_balances,
      v_account_versions, p_at);
end $$;`;

const grants = `
do $$ begin
  if exists (select from pg_roles where rolname = 'guildhall_app') then
    grant execute on all functions in schema record to guildhall_app;
  end if;
end $$;`;
