import type { ContractView } from '@wire/contracts';
import type { FileView } from '@wire/files';
import { abilityFor } from '@wire/permissions';
import { zero } from '@money';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DisputesOf } from '../../../money/disputes';
import { DeliveriesOf, type Delivery, StandingsOf } from '../../../money/escrow';
import { NamesOf } from '../../../people/profiles';
import { DescribeFiles } from '../../../platform/files';
import {
  currencyOf,
  feesOf,
  milestonesOf,
  paidOut,
  rows,
  shown,
  viewerOf,
  worth,
  type Row,
} from './contract-rows';
import { timelineOf, type Entry, type Update } from './timeline';

/** The hub of one contract, for the two who are in it and the client's team; for staff when `asStaff`. */
export class ContractPage extends Query<ContractView> {
  constructor(
    readonly contractId: string,
    readonly asStaff = false,
  ) {
    super();
  }
}

@QueryHandler(ContractPage)
export class ContractPageHandler implements IQueryHandler<ContractPage> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ contractId, asStaff }: ContractPage): Promise<ContractView> {
    const { id: viewerId } = this.context.actor;
    const [row] = await this.database.query<Row>(
      `${rows} where c.id = $1`,
      [contractId],
      'contracts.page',
    );
    if (!row) return reject('contracts.not_found');
    const seat = viewerOf(row, viewerId);
    const isColleague = seat === 'staff' && !asStaff;
    if (isColleague && !this.follows(row)) return reject('contracts.not_found');
    const myRole = isColleague ? 'colleague' : seat;
    const [[summary], disputes, written, standings] = await Promise.all([
      shown(this.queries, [row], viewerId),
      this.queries.execute(new DisputesOf([row.id])),
      this.written(row),
      this.queries.execute(new StandingsOf(row.id)),
    ]);
    const milestones = milestonesOf(row).map((one) => ({
      ...one,
      stopped: standings.get(one.id)?.stop ?? null,
      deliveries: written.deliveries.filter(({ milestoneId }) => milestoneId === one.id),
    }));
    const inside = milestones.map(({ id, state, amount }) => ({
      state,
      amount: standings.get(id)?.inside ?? amount,
    }));
    return {
      ...(summary ?? reject('contracts.not_found')),
      ...termsOf(row),
      fields: myRole === 'client' || myRole === 'colleague' ? row.fields : [],
      myRole,
      signatures: await this.signatures(row),
      milestones,
      disputes,
      money: {
        toFund:
          row.state === 'active' || row.state === 'offered'
            ? worth(milestones, 'pending')
            : zero(currencyOf(row)),
        held: worth(inside, 'funded', 'changes_requested'),
        inReview: worth(inside, 'in_review'),
        released: paidOut(milestones, 'released'),
        fees: feesOf(row, isColleague ? 'client' : seat),
        refunded: paidOut(milestones, 'refunded'),
      },
      timeline: written.timeline,
    };
  }

  /** It belongs to an organisation of this member, who may see what the client sees. */
  private follows({ organisation_id: orgId, workspace_id: workspaceId }: Row): boolean {
    const contract = { kind: 'Contract', orgId, workspaceId } as const;
    return abilityFor(this.context.actor).can('follow', contract);
  }

  /** Everything with words or files on it: deliveries, updates and the timeline that shows them. */
  private async written(row: Row) {
    const [entries, updates, deliveries] = await Promise.all([
      this.database.query<Entry>(
        `select event_id, kind, at, by_id, milestone_id, amount, about, stream, version::int
          from contract_timeline where contract_id = $1 order by place`,
        [row.id],
        'contracts.timeline',
      ),
      this.database.query<Update>(
        'select id, note, files from work_updates where contract_id = $1',
        [row.id],
        'contracts.updates',
      ),
      this.queries.execute(new DeliveriesOf(row.id)),
    ]);
    const ids = [...updates, ...deliveries].flatMap(({ files }) => files);
    const writers = entries.flatMap(({ by_id: by }) => by ?? []);
    const [files, people] = await Promise.all([
      this.queries.execute(new DescribeFiles(ids)),
      this.queries.execute(new NamesOf(new Set(writers))),
    ]);
    const timeline = timelineOf({ row, entries, updates, deliveries, files, people });
    return { timeline, deliveries: deliveries.map((one) => withFiles(one, files)) };
  }

  private async signatures({ signatures }: Row): Promise<ContractView['signatures']> {
    const people = await this.queries.execute(new NamesOf(signatures.map(({ by }) => by)));
    return signatures.map(({ by, name, at }) => ({
      by: people.get(by) ?? reject('profiles.not_found'),
      name,
      at,
    }));
  }
}

const withFiles = (delivery: Delivery, files: Map<string, FileView>) => ({
  ...delivery,
  files: delivery.files.flatMap((file) => files.get(file) ?? []),
});

const termsOf = (row: Row) => ({
  jobId: row.job_id,
  proposalId: row.proposal_id,
  message: row.message,
  purchaseOrder: row.purchase_order,
  costCentre: row.cost_centre,
  nda: row.nda,
  fees: row.fees,
  termsVersion: row.terms_version,
});
