/** What must be true of the money after every step; asked of the tables themselves. */
export const moneyFaults = {
  unbalancedCurrencies: `select currency, sum(amount)::text as off from ledger.entries
    group by currency having sum(amount) <> 0`,
  unbalancedJournals: `select journal from ledger.entries
    group by journal, currency having sum(amount) <> 0 or count(*) < 2`,
  overdrawn: `select id, balance::text from ledger.accounts where guarded and not hot and balance < 0`,
  balancesOff: `select a.id from ledger.accounts a
    left join (select account, sum(amount) as total from ledger.entries group by account) e
      on e.account = a.id
    where not a.hot and a.balance <> coalesce(e.total, 0)`,
  brokenChains: `select stream, version from (select stream, version, hash, record.chain_hash(
      coalesce(lag(hash) over (partition by stream order by version), ''::bytea), stream, version, raw)
      as expected from record.events) e where hash <> expected`,
};

// What listens and has not listened yet, and what is still to be sent.
export const unrest = `select
  (select count(*) from record.consumers c where exists (select from record.events e
      where (e.xid, e.pos) > (c.xid, c.pos) and e.type = any(c.types)))::int as behind,
  (select count(*) from bullmq.job where state in ('waiting', 'active', 'delayed'))::int
    as waiting`;
