import type { ExportScope } from '@wire/audit';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import { Injectable } from '@nestjs/common';

/** Which leaves an export holds: a range, or chosen ones, in rising order. */
export interface ExportPlan {
  readonly total: number;
  pages(size: number): Generator<{ from: number; to: number } | { numbers: number[] }>;
}

const range = (first: number, end: number): ExportPlan => ({
  total: end - first,
  *pages(size) {
    for (let from = first; from < end; from += size) yield { from, to: Math.min(end, from + size) };
  },
});

const chosen = (numbers: readonly number[]): ExportPlan => ({
  total: numbers.length,
  *pages(size) {
    for (let at = 0; at < numbers.length; at += size)
      yield { numbers: numbers.slice(at, at + size) };
  },
});

// Wallets are not here: their streams hold what other contracts did as well.
const categories = ['deposit', 'dispute', 'proposal', 'review', 'file', 'approval', 'chargeback'];
const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Finds the leaves of a scope below a checkpoint. */
@Injectable()
export class ExportPlans {
  constructor(private readonly database: Database) {}

  of(scope: ExportScope, size: number): Promise<ExportPlan> {
    if (scope.kind === 'everything') return Promise.resolve(range(0, size));
    return scope.kind === 'period' ? this.period(scope, size) : this.contract(scope, size);
  }

  /** Without a gap: what was recorded between, in the order of the log. Rejects audit.bad_period. */
  private async period({ from, to }: { from: string; to: string }, size: number) {
    const [row] = await this.database.query<{ first: string | null; last: string }>(
      `select min(l.n) as first, max(l.n) as last
        from record.tlog_leaves l join record.events e on e.id = l.event
        where e.recorded_at >= $1 and e.recorded_at < $2 and l.n < $3`,
      [from, to, size],
    );
    if (row?.first == null) return reject('audit.bad_period');
    return range(Number(row.first), Number(row.last) + 1);
  }

  /** Its own streams, whole, and those of everything they name. Rejects audit.not_found. */
  private async contract({ contractId }: { contractId: string }, size: number) {
    const own = [`contract-${contractId}`, `escrow-${contractId}`];
    const rows = await this.database.query<{ raw: string }>(
      'select raw from record.events where stream = any($1)',
      [own],
    );
    const ids = new Set(rows.flatMap(({ raw }) => raw.match(uuids) ?? []));
    const named = [...ids].flatMap((id) => categories.map((category) => `${category}-${id}`));
    const leaves = await this.database.query<{ n: string }>(
      `select l.n from record.events e join record.tlog_leaves l on l.event = e.id
        where e.stream = any($1) and l.n < $2 order by l.n`,
      [[...own, ...named], size],
    );
    if (leaves.length === 0) return reject('audit.not_found');
    return chosen(leaves.map(({ n }) => Number(n)));
  }
}
