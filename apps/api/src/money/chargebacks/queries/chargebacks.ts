import { money, type Currency } from '@money';
import type { ChargebackPhase, ChargebackRow, ChargebackState } from '@wire/chargebacks';
import type * as wire from '@wire/chargebacks';
import { Database } from '@kernel/database';
import { keysAfter, pageOf } from '@kernel/paging';
import { reject } from '@kernel/reject';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';
import { ContractTitles } from '../../../market/contracts';
import { NamesOf } from '../../../people/profiles';

type Detail = wire.ChargebackDetail;

interface Row {
  id: string;
  gateway_dispute_id: string;
  deposit_id: string;
  client_id: string;
  contract_id: string;
  milestone_id: string;
  provider_id: string | null;
  amount: string;
  currency: Currency;
  phase: ChargebackPhase;
  state: ChargebackState;
  outcome: 'won' | 'lost' | null;
  reason_code: string;
  received_at: Date;
  respond_by: Date | null;
  answered: boolean;
  alarms: number[];
  taken: Detail['taken'];
  steps: Detail['steps'];
  due: string;
}

interface Evidence {
  id: string;
  phase: ChargebackPhase;
  summary: string;
  files: string[];
  by: string;
  at: Date;
}

type Names = Map<string, { name: string }>;
type Titles = ReadonlyMap<string, string>;
const named = (people: Names, id: string) => ({ id, name: people.get(id)?.name ?? '' });

const view = (row: Row, people: Names, titles: Titles): ChargebackRow => ({
  id: row.id,
  gatewayDisputeId: row.gateway_dispute_id,
  contractId: row.contract_id,
  contractTitle: titles.get(row.contract_id) ?? '',
  milestoneId: row.milestone_id,
  depositId: row.deposit_id,
  client: named(people, row.client_id),
  provider: row.provider_id === null ? null : named(people, row.provider_id),
  amount: money(BigInt(row.amount), row.currency),
  phase: row.phase,
  state: row.state,
  outcome: row.outcome,
  reasonCode: row.reason_code,
  receivedAt: row.received_at.toISOString(),
  respondBy: row.respond_by?.toISOString() ?? null,
  answered: row.answered,
  alarms: row.alarms,
});

const select = `select c.*, coalesce(c.respond_by, 'infinity')::text as due from chargebacks c`;
const keys = z.tuple([z.string().max(40), z.uuid()]);
const partiesOf = (row: Row): string[] =>
  [row.client_id, row.provider_id].filter((id) => id !== null);

/** Payments that banks took back, the next deadline first. */
export class FindChargebacks extends Query<z.infer<typeof wire.chargebackRows>> {
  constructor(readonly filter: z.infer<typeof wire.findChargebacks>) {
    super();
  }
}

@QueryHandler(FindChargebacks)
export class FindChargebacksHandler implements IQueryHandler<FindChargebacks> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
  ) {}

  async execute({ filter: { state, contractId, after, limit } }: FindChargebacks) {
    const [due, id] = keysAfter(after, keys) ?? [null, null];
    const rows = await this.database.query<Row>(
      `${select} where ($1::text is null or c.state = $1) and ($2::uuid is null or c.contract_id = $2)
        and ($3::timestamptz is null
          or (coalesce(c.respond_by, 'infinity'), c.id) > ($3, $4::uuid))
        order by coalesce(c.respond_by, 'infinity'), c.id limit $5`,
      [state ?? null, contractId ?? null, due, id, limit + 1],
    );
    const page = pageOf(rows, limit, (last) => [last.due, last.id]);
    const people = await this.queries.execute(new NamesOf(page.items.flatMap(partiesOf)));
    const titles = await this.queries.execute(
      new ContractTitles(page.items.map(({ contract_id }) => contract_id)),
    );
    return { items: page.items.map((row) => view(row, people, titles)), next: page.next };
  }
}

/** One chargeback: who bears it, what was sent, how it went. */
export class ChargebackById extends Query<Detail> {
  constructor(readonly chargebackId: string) {
    super();
  }
}

@QueryHandler(ChargebackById)
export class ChargebackByIdHandler implements IQueryHandler<ChargebackById> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
  ) {}

  async execute({ chargebackId }: ChargebackById): Promise<Detail> {
    const [row] = await this.database.query<Row>(`${select} where c.id = $1`, [chargebackId]);
    if (!row) return reject('chargebacks.not_found');
    const evidence = await this.database.query<Evidence>(
      'select * from chargeback_evidence where chargeback_id = $1 order by at',
      [chargebackId],
    );
    const ids = [...partiesOf(row), ...evidence.map(({ by }) => by)];
    const people = await this.queries.execute(new NamesOf(ids));
    const sent = evidence.map(({ by, at, ...rest }) => ({
      id: rest.id,
      phase: rest.phase,
      summary: rest.summary,
      files: rest.files,
      by: named(people, by),
      at: at.toISOString(),
    }));
    const titles = await this.queries.execute(new ContractTitles([row.contract_id]));
    return { ...view(row, people, titles), taken: row.taken, steps: row.steps, evidence: sent };
  }
}
