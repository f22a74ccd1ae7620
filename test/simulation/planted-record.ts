import { inFile, type Planted } from './planted-in';

export const kernel: readonly Planted[] = [
  ...inFile('libs/kernel/streams.ts')(
    [
      'a process is silent because of an old state',
      "if (loaded.cached && decision.facts.length === 0) throw new StaleStream('kept, and silent');",
      '',
    ],
    ['a key stands for anything', 'sha256(canonical(request ?? null));', "sha256('same');"],
    ['a stale state is never read again', 'attempt === 1);', 'true);'],
    [
      'a repeated refusal forgets its answer',
      'if (stored?.request_hash.equals(fingerprint(intent))) return stored.response;',
      '',
    ],
  ),
  ...inFile(
    'libs/eventstore-client/group-commit.ts',
    'libs/eventstore-client/group-commit.spec.ts',
  )(
    [
      'one refused command takes the others with it',
      'else await Promise.all(group.map((one) => this.write([one])));',
      'else for (const { reject } of group) reject(error);',
    ],
    [
      'a command gets the answer of another',
      'resolve(answered(done, what));',
      'resolve(answered(done, group[0]?.what ?? what));',
    ],
    [
      'the fallback of a group is lost',
      'if (group.length === 1 || !isRefusal(error)) for',
      'if (error) for',
    ],
  ),
  ...inFile(
    'libs/kernel/follower.ts',
    'libs/kernel/feed.spec.ts',
  )([
    'a consumer skips what it cannot take',
    'if (page.length > 0) await this.apply(page);',
    'if (page.length > 0) await this.apply(page).catch(() => undefined);',
  ]),
];

const record = inFile(
  'migrations/0078-one-write-of-legs.ts',
  'libs/eventstore-client/record.spec.ts',
);
const folding = inFile('migrations/0031-lean-record.ts', 'libs/eventstore-client/record.spec.ts');
export const database: readonly Planted[] = [
  ...record(
    ['a journal need not sum to zero', 'having sum(amount) <> 0 or count(*)', 'having count(*)'],
    [
      'a stale writer is let in',
      '(t.expected < 0 or s.version = t.expected)',
      '(t.expected < 0 or true)',
    ],
    [
      'a known key takes another body',
      'if v_request is distinct from p_requests[1] then',
      'if false then',
    ],
    ['nothing is guarded', "not t.hot and t.kind <> 'receivable'", 'false'],
    [
      'a repeated call is not said to be one',
      'replayed := true; return;',
      'replayed := false; return;',
    ],
    [
      'the chain of a stream begins anew',
      'record.chain_hash(s.head, s.id,',
      "record.chain_hash(''::bytea, s.id,",
    ],
    ['hot legs are not written', 'where t.hot and v_turn = 0', 'where t.hot and false'],
  ),
  ...folding(
    [
      'two workers fold the same tail',
      "if not pg_try_advisory_xact_lock(hashtext('ledger.fold_hot')) then return; end if;",
      '',
    ],
    [
      'a fold counts what still runs',
      'horizon := pg_snapshot_xmin(pg_current_snapshot());',
      'horizon := pg_snapshot_xmax(pg_current_snapshot());',
    ],
  ),
  ...inFile('libs/eventstore-client/postgres.ts', 'libs/eventstore-client/record.spec.ts')(
    ['the feed reads past what still runs', 'and xid < bound.horizon', ''],
    [
      'the feed goes by positions alone',
      'where (xid, pos) > ($1::text::xid8, $2::bigint) and xid < bound.horizon',
      'where pos > $2::bigint and $1::text is not null and xid < bound.horizon',
    ],
  ),
];
