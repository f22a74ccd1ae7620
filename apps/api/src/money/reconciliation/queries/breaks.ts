import { money, subtract, type Currency } from '@money';
import type * as wire from '@wire/reconciliation';
import { instant } from '@wire/primitives';
import { Clock } from '@kernel/clock';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { reject } from '@kernel/reject';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';
import { NamesOf } from '../../../people/profiles';
import { suggested } from '../domain/reconciliation';

type Who = NonNullable<wire.BreakRow['owner']>;

interface Row {
  id: string;
  source: wire.BreakRow['source'];
  date: string;
  kind: wire.BreakKind;
  status: wire.BreakRow['status'];
  reference: string;
  currency: Currency;
  expected: string;
  actual: string;
  journal: string | null;
  owner_id: string | null;
  opened_at: Date;
  approval_id: string | null;
  outcome: wire.BreakRow['outcome'];
  resolved_at: Date | null;
}

interface Word {
  id: string;
  author_id: string;
  kind: 'note' | 'reason';
  body: string;
  at: Date;
}

const columns = `id, source, to_char(date, 'YYYY-MM-DD') as date, kind, status, reference, currency,
  expected, actual, journal, owner_id, opened_at, approval_id, outcome, resolved_at`;
const keys = z.tuple([instant, z.uuid()]);
const dayMs = 86_400_000;

/** Which differences are there, the oldest first? */
export class FindBreaks extends Query<z.infer<typeof wire.breaks>> {
  constructor(readonly filter: z.infer<typeof wire.findBreaks>) {
    super();
  }
}

/** One difference with what is known of it, and the entries that would close it. */
export class BreakById extends Query<wire.BreakDetail> {
  constructor(readonly breakId: string) {
    super();
  }
}

@QueryHandler(FindBreaks)
export class FindBreaksHandler implements IQueryHandler<FindBreaks> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
    private readonly clock: Clock,
  ) {}

  async execute({ filter }: FindBreaks) {
    const { status, source, kind, owner, after, limit } = filter;
    const [at, id] = keysAfter(after, keys) ?? [null, null];
    const rows = await this.database.query<Row>(
      `select ${columns} from recon_breaks
        where ($1::text is null or status = $1) and ($2::text is null or source = $2)
          and ($3::text is null or kind = $3) and ($4::uuid is null or owner_id = $4)
          and ($5::timestamptz is null or (opened_at, id) > ($5, $6::uuid))
        order by opened_at, id limit $7`,
      [status ?? null, source ?? null, kind ?? null, owner ?? null, at, id, limit + 1],
    );
    const { items, next } = pageOf(rows, limit, (last) => [last.opened_at.toISOString(), last.id]);
    const owners = items.flatMap(({ owner_id: one }) => one ?? []);
    const names = await this.queries.execute(new NamesOf(owners));
    return { items: items.map((row) => toBreak(row, names, this.clock.now())), next };
  }
}

@QueryHandler(BreakById)
export class BreakByIdHandler implements IQueryHandler<BreakById> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
    private readonly clock: Clock,
  ) {}

  async execute({ breakId }: BreakById): Promise<wire.BreakDetail> {
    const [row] = await this.database.query<Row>(
      `select ${columns} from recon_breaks where id = $1`,
      [breakId],
    );
    if (!row) return reject('reconciliation.break_not_found');
    const words = await this.database.query<Word>(
      'select id, author_id, kind, body, at from recon_break_words where break_id = $1 order by at, id',
      [breakId],
    );
    const people = [...words.map(({ author_id: author }) => author), row.owner_id ?? []].flat();
    const names = await this.queries.execute(new NamesOf(people));
    const one = toBreak(row, names, this.clock.now());
    const notes = words.map(({ id, author_id: author, kind, body, at }) => ({
      ...{ id, kind, body, at: at.toISOString() },
      author: whoIs(names, author),
    }));
    return { ...one, suggested: one.status === 'open' ? suggested(one) : [], notes };
  }
}

const whoIs = (names: ReadonlyMap<string, { name: string }>, id: string): Who => ({
  id,
  name: names.get(id)?.name ?? '',
});

function toBreak(row: Row, names: ReadonlyMap<string, { name: string }>, now: Date): wire.BreakRow {
  const expected = money(BigInt(row.expected), row.currency);
  const actual = money(BigInt(row.actual), row.currency);
  const until = row.resolved_at ?? now;
  return {
    id: row.id,
    source: row.source,
    date: row.date,
    kind: row.kind,
    status: row.status,
    reference: row.reference,
    expected,
    actual,
    difference: subtract(actual, expected),
    journalId: row.journal,
    owner: row.owner_id === null ? null : whoIs(names, row.owner_id),
    openedAt: row.opened_at.toISOString(),
    age: Math.max(0, Math.floor((until.getTime() - row.opened_at.getTime()) / dayMs)),
    approvalId: row.approval_id,
    outcome: row.outcome,
    resolvedAt: row.resolved_at?.toISOString() ?? null,
  };
}
