import { inject, Service } from '@angular/core';
import { proposed } from '@wire/approvals';
import { journal } from '@wire/ledger';
import { streamEvents } from '@wire/operations';
import * as wire from '@wire/reconciliation';
import { EMPTY, expand, map, reduce } from 'rxjs';
import type * as z from 'zod';
import { Api, nothing } from '@ui/app/api';

export type BreakFilter = Omit<z.input<typeof wire.findBreaks>, 'after' | 'limit'>;
export type Recorded = z.infer<typeof streamEvents>['items'][number];
const root = '/admin/reconciliation';

@Service()
export class ReconciliationApi {
  private readonly api = inject(Api);

  runs(gateway: wire.Gateway | undefined, after?: string) {
    return this.api.get(`${root}/runs`, wire.runs, { query: { gateway, after, limit: 50 } });
  }
  /** The run of one day, among the newest; null when it was not compared or long ago. */
  runOf(gateway: string, date: string) {
    const query = { gateway, limit: 100 };
    return this.api
      .get(`${root}/runs`, wire.runs, { query })
      .pipe(map(({ items }) => items.find((run) => run.date === date) ?? null));
  }
  run(day: wire.RunReconciliation) {
    return this.api.post(`${root}/runs`, day, wire.run);
  }
  day(gateway: string, date: string) {
    return this.api.get(`${root}/days/${gateway}/${date}`, wire.dayView);
  }
  breaks(filter: BreakFilter, after?: string) {
    return this.api.get(`${root}/breaks`, wire.breaks, { query: { ...filter, after, limit: 50 } });
  }
  one(id: string) {
    return this.api.get(`${root}/breaks/${id}`, wire.breakDetail);
  }
  assign(id: string, ownerId: string | null) {
    return this.api.post(`${root}/breaks/${id}/owner`, { ownerId }, nothing);
  }
  note(id: string, text: string) {
    return this.api.post(`${root}/breaks/${id}/notes`, { text }, nothing).pipe(map(() => null));
  }
  resolve(id: string, resolution: wire.ResolveBreak) {
    return this.api.post(`${root}/breaks/${id}/resolve`, resolution, nothing).pipe(map(() => null));
  }
  propose(id: string, reason: string, idempotencyKey: string) {
    return this.api
      .post(`${root}/breaks/${id}/entries`, { reason }, proposed, { idempotencyKey })
      .pipe(map(({ approvalId }) => approvalId));
  }
  controls() {
    return this.api.post(`${root}/controls`, {}, wire.controls);
  }
  safeguarding(from: string, to: string) {
    return this.api
      .get(`${root}/safeguarding`, wire.safeguarding, { query: { from, to } })
      .pipe(map(({ items }) => items));
  }
  /** The same as a file, for a supervisor. */
  safeguardingFile(from: string, to: string): string {
    return `/api${root}/safeguarding.csv?from=${from}&to=${to}`;
  }
  journal(id: string) {
    return this.api.get(`/admin/ledger/journals/${id}`, journal);
  }
  /** Everything that the record has of one day of one source. */
  record(source: string, date: string) {
    const page = (after?: string) =>
      this.api.get(`/admin/streams/recon-${source}-${date}`, streamEvents, {
        query: { after, limit: 100 },
      });
    return page().pipe(
      expand(({ next }) => (next ? page(next) : EMPTY)),
      reduce((all: readonly Recorded[], { items }) => [...all, ...items], []),
    );
  }
}
