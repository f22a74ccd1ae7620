import type { Candidates, ConsoleCase } from '@wire/dispute-console';
import { RequestContext } from '@kernel/context';
import { Clock } from '@kernel/clock';
import { Database } from '@kernel/database';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { TradedWith } from '../../../market/contracts';
import { StaffOf } from '../../../people/accounts';
import { NamesOf } from '../../../people/profiles';
import { wasInIt } from '../domain/appeal';
import { isOpenWindow, type Case } from '../domain/dispute';
import { isParty, needsSecondPerson } from '../domain/ruling';
import { CaseFile, lastOf, type WholeCase } from './case-file';
import { CaseDrawing } from './case-page';

/** The case for mediators: with their notes, the ruling that waits, and the panel. */
export class ConsoleCaseOf extends Query<ConsoleCase> {
  constructor(readonly disputeId: string) {
    super();
  }
}

@QueryHandler(ConsoleCaseOf)
export class ConsoleCaseOfHandler implements IQueryHandler<ConsoleCaseOf> {
  constructor(
    private readonly caseFile: CaseFile,
    private readonly drawing: CaseDrawing,
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {}

  async execute({ disputeId }: ConsoleCaseOf): Promise<ConsoleCase> {
    const whole = await this.caseFile.read(disputeId);
    const { open } = whole;
    const [view, who] = await Promise.all([this.drawing.draw(whole, 'staff'), this.names(whole)]);
    return {
      ...view,
      consoleActions: this.actions(open),
      assignedAt: lastOf(whole, 'MediatorAssigned')?.metadata.at ?? null,
      notes: notesOf(whole).map(({ id, author_id: by, at, body }) => ({
        ...{ id, by: who(by), at: at.toISOString(), text: body },
      })),
      proposed: this.proposed(whole, who),
      approvedBy: open.decision?.approverId ? who(open.decision.approverId) : null,
      panel: open.panel.map((member) => ({
        member: who(member),
        voted: open.votes.some(({ memberId }) => memberId === member),
      })),
      needsSecondPerson: needsSecondPerson(open),
    };
  }

  private proposed(whole: WholeCase, who: Who): ConsoleCase['proposed'] {
    const { open } = whole;
    if (open.status !== 'ruling_proposed' || !open.proposed) return null;
    const { mediatorId, allocations, approvalId, reasons } = open.proposed;
    const at = lastOf(whole, 'RulingProposed')?.metadata.at ?? '';
    const text = whole.words.get(reasons.id)?.body ?? '';
    return { by: who(mediatorId), at, split: allocations, reasons: text, approvalId };
  }

  private async names(whole: WholeCase): Promise<Who> {
    const { open } = whole;
    const ids = [
      ...notesOf(whole).map(({ author_id: by }) => by),
      ...[open.proposed?.mediatorId, open.decision?.approverId].flatMap((one) => one ?? []),
      ...open.panel,
    ];
    const people = await this.queries.execute(new NamesOf(new Set(ids)));
    return (id) => ({ id, name: people.get(id)?.name ?? '—' });
  }

  private actions(open: Case): ConsoleCase['consoleActions'] {
    const { id: viewer, roles } = this.context.actor;
    const isLead = roles.includes('mediator_lead');
    const mayRule = isLead || roles.includes('mediator');
    const own = open.status === 'mediation' && open.mediatorId === viewer;
    const now = this.clock.now();
    const heard = !isOpenWindow(open, 'client', now) && !isOpenWindow(open, 'provider', now);
    const may = {
      assign: open.status === 'mediation' && (isLead || (mayRule && !open.mediatorId)),
      note: mayRule,
      recommend: own,
      rule: own && heard,
      assign_panel: isLead && open.status === 'appealed' && open.panel.length === 0,
      vote: open.status === 'appealed' && open.panel.includes(viewer),
    };
    return (Object.keys(may) as (keyof typeof may)[]).filter((action) => may[action]);
  }
}

type Who = (id: string) => { id: string; name: string };

const notesOf = ({ words }: WholeCase) => [...words.values()].filter(({ kind }) => kind === 'note');

/** Who may be given the case, and what stands against the others. */
export class CandidatesFor extends Query<Candidates> {
  constructor(readonly disputeId: string) {
    super();
  }
}

@QueryHandler(CandidatesFor)
export class CandidatesForHandler implements IQueryHandler<CandidatesFor> {
  constructor(
    private readonly caseFile: CaseFile,
    private readonly queries: QueryBus,
    private readonly database: Database,
  ) {}

  async execute({ disputeId }: CandidatesFor): Promise<Candidates> {
    const { open } = await this.caseFile.read(disputeId);
    const all = await this.queries.execute(new StaffOf(['mediator', 'mediator_lead']));
    const ids = all.map(({ id }) => id);
    const [traded, counts] = await Promise.all([
      this.queries.execute(new TradedWith(ids, [open.clientId, open.providerId])),
      this.database.query<{ mediator_id: string; count: string }>(
        `select mediator_id, count(*) from disputes
          where mediator_id = any($1::uuid[]) and state in ('mediation', 'ruling_proposed')
          group by mediator_id`,
        [ids],
      ),
    ]);
    return {
      items: all.map(({ id, name, roles }) => ({
        person: { id, name },
        isLead: roles.includes('mediator_lead'),
        openCases: Number(counts.find((one) => one.mediator_id === id)?.count ?? 0),
        conflict: conflictOf(open, id, traded),
      })),
    };
  }
}

function conflictOf(open: Case, id: string, traded: ReadonlySet<string>) {
  if (isParty(open, id)) return 'party' as const;
  if (traded.has(id)) return 'traded_with_party' as const;
  if (!wasInIt(open, id)) return null;
  return open.decision?.mediatorId === id ? ('mediator' as const) : ('approver' as const);
}
