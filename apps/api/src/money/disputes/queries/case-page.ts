import type { CasePrint, DisputeView } from '@wire/dispute-case';
import type { Side } from '@wire/disputes';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Injectable } from '@nestjs/common';
import { ContractPage, ContractTitle } from '../../../market/contracts';
import { NamesOf } from '../../../people/profiles';
import { DescribeFiles } from '../../../platform/files';
import { PartsOf } from '../../escrow';
import { sideOf, type Case } from '../domain/dispute';
import { CaseFile, lastOf, type WholeCase } from './case-file';
import { actionsOf, isMine, partsOfCase, peopleIn } from './case-parts';
import { decisionOf } from './case-decision';
import { effectOf } from './simulate-outcome';
import { stepOf } from '../domain/step';

/** The case file for a side of it. */
export class CasePage extends Query<DisputeView> {
  constructor(readonly disputeId: string) {
    super();
  }
}

/** The same, with the head of the stream that it was made from. */
export class CasePrintOf extends Query<CasePrint> {
  constructor(readonly disputeId: string) {
    super();
  }
}

/** What mediators do among themselves: the sides see what comes of it. */
const inside = new Set(['RulingProposed', 'RulingReturned', 'PanelVoted', 'DisputeDeadlineNears']);

/** Draws case files: for the sides, for their paper, for the console. */
@Injectable()
export class CaseDrawing {
  constructor(
    private readonly caseFile: CaseFile,
    private readonly queries: QueryBus,
    private readonly clock: Clock,
    private readonly context: RequestContext,
  ) {}

  async forSide(disputeId: string): Promise<DisputeView> {
    const whole = await this.caseFile.read(disputeId);
    return this.draw(whole, sideOf(whole.open, this.context.actor.id));
  }

  async draw(whole: WholeCase, role: Side | 'staff'): Promise<DisputeView> {
    const { open } = whole;
    const now = this.clock.now();
    const files = whole.evidence.flatMap(({ file_id: file }) => file ?? []);
    const [title, people, described, titles, effect] = await Promise.all([
      this.queries.execute(new ContractTitle(open.contractId)),
      this.queries.execute(new NamesOf(new Set(peopleIn(whole)))),
      this.queries.execute(new DescribeFiles(files)),
      this.titles(open, role),
      this.effect(whole),
    ]);
    const parts = partsOfCase(whole, { people, files: described, now, titles });
    const step = stepOf(open);
    return {
      ...parts,
      ...{ id: open.disputeId, contractId: open.contractId, contractTitle: title ?? '' },
      category: parts.category,
      client: people.get(open.clientId) ?? reject('profiles.not_found'),
      provider: people.get(open.providerId) ?? reject('profiles.not_found'),
      step: { ...step, mine: isMine(step.owner, role, open, this.context.actor.id) },
      myRole: role,
      history: parts.history.filter(({ kind }) => role === 'staff' || !inside.has(kind)),
      actions: role === 'staff' ? [] : actionsOf(open, role, now),
      decision: effect && decisionOf(whole, effect),
    };
  }

  private async effect(whole: WholeCase) {
    const allocations = outcomeOf(whole);
    if (!allocations) return null;
    const { open } = whole;
    const outcome = { disputeId: open.disputeId, basis: 'decision', parts: allocations } as const;
    const parts = await this.queries.execute(new PartsOf(open.contractId, outcome));
    return { disputed: open.amount, ...effectOf(parts, open.amount.currency) };
  }

  private async titles(open: Case, role: Side | 'staff'): Promise<Map<string, string>> {
    const page = new ContractPage(open.contractId, role === 'staff');
    const { milestones } = await this.queries.execute(page);
    return new Map(milestones.map(({ id, title }) => [id, title]));
  }
}

/** The split as it stands now: agreed, decided, or decided again. */
export function outcomeOf(whole: WholeCase) {
  const settled = lastOf(whole, 'DisputeSettled');
  if (settled) return settled.data.allocations;
  return whole.open.appealDecided?.allocations ?? whole.open.decision?.allocations ?? null;
}

@QueryHandler(CasePage)
export class CasePageHandler implements IQueryHandler<CasePage> {
  constructor(private readonly drawing: CaseDrawing) {}

  execute({ disputeId }: CasePage): Promise<DisputeView> {
    return this.drawing.forSide(disputeId);
  }
}

@QueryHandler(CasePrintOf)
export class CasePrintOfHandler implements IQueryHandler<CasePrintOf> {
  constructor(
    private readonly drawing: CaseDrawing,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute({ disputeId }: CasePrintOf): Promise<CasePrint> {
    const view = await this.drawing.forSide(disputeId);
    const stream = `dispute-${disputeId}`;
    const [head] = await this.database.query<{ version: string; hash: string }>(
      `select version, encode(head, 'hex') as hash from record.streams where id = $1`,
      [stream],
    );
    const proof = { stream, version: Number(head?.version ?? 0), hash: head?.hash ?? '' };
    return { ...view, printedAt: this.clock.now().toISOString(), proof };
  }
}
