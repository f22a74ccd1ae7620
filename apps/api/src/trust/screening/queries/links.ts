import type * as wire from '@wire/screening-links';
import { Database } from '@kernel/database';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { SameBanks } from '../../../money/payouts';
import { IsRestricted } from '../../../money/wallet';
import { SameTraces } from '../../../people/accounts';
import { NamesOf } from '../../../people/profiles';
import { rowOfCase } from '../adapters/case-rows';
import { LinkMarks } from '../adapters/link-marks';
import { graphOf, mostHops, type Graph, type Tie } from '../domain/link-graph';

/** Who shares a bank account, a phone, a browser or an address with whom. Rejects screening.not_found. */
export class LinksOfCase extends Query<wire.Links> {
  constructor(readonly caseId: string) {
    super();
  }
}

@QueryHandler(LinksOfCase)
export class LinksOfCaseHandler implements IQueryHandler<LinksOfCase> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
    private readonly marks: LinkMarks,
  ) {}

  async execute({ caseId }: LinksOfCase): Promise<wire.Links> {
    const { accountId } = await rowOfCase(this.database, caseId);
    const rounds: Tie[][] = [];
    let graph = graphOf(accountId, rounds);
    for (let hop = 0; hop < mostHops; hop += 1) {
      const reached = [...graph.hops].filter(([, far]) => far === hop).map(([id]) => id);
      if (reached.length === 0) break;
      rounds.push(await this.tiesOf(reached));
      graph = graphOf(accountId, rounds);
    }
    const { edges, isCut } = graph;
    return { nodes: await this.nodesOf(graph), edges: [...edges], isCut };
  }

  private async tiesOf(accountIds: readonly string[]): Promise<Tie[]> {
    const banks = await this.queries.execute(new SameBanks(accountIds));
    const traces = await this.queries.execute(new SameTraces(accountIds));
    return [
      ...banks.map(({ mark, ...one }) => ({
        ...{ ...one, kind: 'bank' as const, mark: this.marks.of('bank', mark) },
      })),
      ...traces.map(({ kind, trace, ...one }) => ({
        ...{ ...one, kind, mark: this.marks.of(kind, trace) },
      })),
    ];
  }

  private async nodesOf({ hops }: Graph): Promise<wire.LinkNode[]> {
    const ids = [...hops.keys()];
    const names = await this.queries.execute(new NamesOf(ids));
    const rows = await this.database.query<{ id: string; caseId: string }>(
      `select account_id as id, id as "caseId" from screening_cases
        where account_id = any($1::uuid[]) and state <> 'resolved'`,
      [ids],
    );
    const open = new Map(rows.map(({ id, caseId }) => [id, caseId]));
    return Promise.all(
      [...hops].map(async ([id, far]) => ({
        account: { id, name: names.get(id)?.name ?? '' },
        ...{ hops: far, openCaseId: open.get(id) ?? null },
        restricted: await this.queries.execute(new IsRestricted(id)),
      })),
    );
  }
}
