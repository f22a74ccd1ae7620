import type { ApprovalDetail as Detail, Change } from '@wire/approvals';
import { abilityFor, permissionsOf } from '@wire/permissions';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import { Streams } from '@kernel/streams';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { NamesOf } from '../../../people/profiles';
import { approval, checks, known } from '../domain/approval';
import { nameIn, toRow, visibleSql, type Row } from './approvals';
import { ApprovalCircumstance } from './circumstance';

/** One proposal: what would run, what would change, and what the rules say about the reader. */
export class ApprovalById extends Query<Detail> {
  constructor(readonly approvalId: string) {
    super();
  }
}

@QueryHandler(ApprovalById)
export class ApprovalByIdHandler implements IQueryHandler<ApprovalById> {
  constructor(
    private readonly database: Database,
    private readonly streams: Streams,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: QueryBus,
  ) {}

  async execute({ approvalId }: ApprovalById): Promise<Detail> {
    const { actor } = this.context;
    const [row] = await this.database.query<Row>(`${visibleSql} and a.id = $4`, [
      actor.id,
      permissionsOf(actor),
      abilityFor(actor).can('inspect', 'Approval'),
      approvalId,
    ]);
    if (!row) return reject('approval.not_found');
    const [words] = await this.database.query<{ changes: Change[]; comment: string | null }>(
      'select changes, comment from approval_words where approval_id = $1',
      [approvalId],
    );
    const open = known(await this.streams.read(approval, approvalId));
    const who = await this.queries.execute(
      new ApprovalCircumstance(open, actor.id, this.clock.now()),
    );
    const ids = [row.maker_id, row.checker_id ?? row.maker_id, ...open.beneficiaries];
    const people = await this.queries.execute(new NamesOf(ids));
    const rules = checks(open, who);
    return {
      ...toRow(row, people),
      payload: open.payload,
      payloadHash: open.payloadHash,
      changes: words?.changes ?? [],
      comment: words?.comment ?? null,
      beneficiaries: open.beneficiaries.map((id) => nameIn(people, id)),
      checks: [...rules],
      mayDecide: rules.every(({ passed }) => passed),
    };
  }
}
