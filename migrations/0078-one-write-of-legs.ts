import { Migration } from '@mikro-orm/migrations';

/** The legs of a call are checked and written in one statement, and the hash of an event in its own. */
export class OneWriteOfLegs0078 extends Migration {
  override up(): void {
    for (const part of [chainHash, append]) this.addSql(part);
  }
}

/** It calls convert_to, which is stable; a function that promises more is not put in line. */
const chainHash = `alter function record.chain_hash(bytea, text, bigint, text) stable;`;

/*
 * The only writer of the record and the ledger, in sets, so that a call with several commands costs
 * little more than one with one. Streams and accounts come in ascending order and are locked in it (the
 * joins are kept to nested loops for that). A turn is the place of an event in its stream, of a leg in
 * its account, within the call: one turn is one statement. expected: the version before each event,
 * -1 for any. Hot accounts keep no balance; receivables alone may go below zero.
 * A journal that does not sum to zero, a stale stream or an overdrawn account takes everything with it.
 * p_open: streams and accounts that are not there yet are opened first. Nearly all are known, so callers
 * that know them go without; GH006 tells them when they were wrong.
 * p_alone: the call carries one command, whose known key is answered; among several a known key is
 * refused (GH005), and the caller sends them again one by one.
 */
const append = `
create or replace function record.append(
  p_streams text[], p_turns int[], p_expected bigint[], p_ids uuid[], p_types text[], p_raws text[],
  p_journals uuid[], p_accounts text[], p_leg_turns int[], p_hot boolean[], p_kinds text[],
  p_owners text[], p_currencies text[], p_amounts bigint[], p_entry_kinds text[], p_at timestamptz[],
  p_scopes text[], p_keys text[], p_requests bytea[], p_responses jsonb[],
  p_alone boolean, p_open boolean,
  out replayed boolean, out response jsonb, out xid text, out pos bigint
) language plpgsql security definer
  set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare v_request bytea; v_rows int; v_done int := 0; v_turn int := 0; v_unbalanced boolean;
begin
  replayed := false; xid := pg_current_xact_id()::text; pos := 0;
  if p_keys <> '{}' then
    insert into record.idempotency (scope, key, request_hash, response)
      select * from unnest(p_scopes, p_keys, p_requests, p_responses) on conflict do nothing;
    get diagnostics v_rows = row_count;
    if v_rows < cardinality(p_keys) then
      if not p_alone then raise exception 'a key among several is known' using errcode = 'GH005'; end if;
      select k.request_hash, k.response into v_request, response
        from record.idempotency k where k.scope = p_scopes[1] and k.key = p_keys[1];
      if v_request is distinct from p_requests[1] then
        raise exception 'idempotency key re-used' using errcode = 'GH003';
      end if;
      replayed := true; return;
    end if;
  end if;
  if p_open then
    insert into record.streams (id, version, head)
      select t.stream, 0, '' from unnest(p_streams, p_turns, p_expected) as t(stream, turn, expected)
        where t.turn = 0 and t.expected <= 0
      on conflict do nothing;
    insert into ledger.accounts (id, kind, owner, currency, hot, guarded)
      select t.id, t.kind, t.owner, t.currency, t.hot, not t.hot and t.kind <> 'receivable'
        from unnest(p_accounts, p_leg_turns, p_kinds, p_owners, p_currencies, p_hot)
          as t(id, turn, kind, owner, currency, hot)
        where t.turn = 0
      on conflict do nothing;
  end if;
  while v_done < cardinality(p_streams) loop
    with moved as (
      update record.streams s
        set version = s.version + 1, head = record.chain_hash(s.head, s.id, s.version + 1, t.raw)
        from unnest(p_streams, p_turns, p_expected, p_ids, p_types, p_raws)
          as t(stream, turn, expected, id, type, raw)
        where t.turn = v_turn and s.id = t.stream and (t.expected < 0 or s.version = t.expected)
        returning s.id as stream, s.version, t.id, t.type, t.raw, s.head
    ), written as (
      insert into record.events (stream, version, id, type, raw, hash)
        select * from moved returning events.pos)
    select count(*), greatest(max(written.pos), append.pos) into v_rows, pos from written;
    exit when v_rows = 0;
    v_done := v_done + v_rows; v_turn := v_turn + 1;
  end loop;
  if v_done < cardinality(p_streams) then
    raise exception 'a stream moved on or is not there'
      using errcode = case when p_open then 'GH004' else 'GH006' end;
  end if;
  if p_accounts = '{}' then return; end if;
  v_done := 0; v_turn := 0;
  while v_done < cardinality(p_accounts) loop
    with legs as materialized (
      select * from unnest(p_journals, p_accounts, p_leg_turns, p_hot, p_entry_kinds, p_amounts,
          p_currencies, p_at) as t(journal, account, turn, hot, kind, amount, currency, at)
    ), moved as (
      update ledger.accounts a set balance = a.balance + t.amount, version = a.version + 1
        from legs t where t.turn = v_turn and not t.hot and a.id = t.account
        returning t.journal, t.account, t.kind, t.amount, t.currency, a.balance, a.version, t.at
    ), written as (
      insert into ledger.entries
          (journal, account, kind, amount, currency, balance, account_version, effective_at)
        select * from moved
        union all
        select t.journal, a.id, t.kind, t.amount, t.currency, null, null, t.at
          from legs t join ledger.accounts a on a.id = t.account where t.hot and v_turn = 0
        returning 1)
    select (select count(*) from written), v_turn = 0 and exists (select from legs
        group by journal, currency
        having sum(amount) <> 0 or count(*) < 2 or bool_or(amount = 0))
      into v_rows, v_unbalanced;
    if v_unbalanced then
      raise exception 'journal does not sum to zero' using errcode = 'GH001';
    end if;
    if v_rows = 0 then raise exception 'an account is not there' using errcode = 'GH006'; end if;
    v_done := v_done + v_rows; v_turn := v_turn + 1;
  end loop;
end $$;`;
