import { RequestContext } from '@kernel/context';
import { row as csvRow } from '@kernel/csv';
import { Database } from '@kernel/database';
import { money, type Currency } from '@money';
import type { OrgStatement } from '@wire/organisations';
import type { FilledField } from '@wire/org-fields';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ContractTitles } from '../../../market/contracts';
import { memberAt } from '../adapters/household-rows';

/** What moved for all contracts of an organisation in one month, of UTC. */
export class StatementOf extends Query<OrgStatement> {
  constructor(
    readonly organisationId: string,
    readonly month: string,
  ) {
    super();
  }
}

/** The same as a file for the books. */
export class StatementFile extends Query<string> {
  constructor(
    readonly organisationId: string,
    readonly month: string,
  ) {
    super();
  }
}

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly kind: OrgStatement['lines'][number]['kind'];
  readonly contract_id: string;
  readonly workspace: string;
  readonly purchase_order: string | null;
  readonly cost_centre: string | null;
  readonly fields: FilledField[];
  readonly amount: string;
  readonly fee: string;
  readonly tax: string;
  readonly currency: Currency;
}

@QueryHandler(StatementOf)
export class StatementOfHandler implements IQueryHandler<StatementOf> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly queries: QueryBus,
  ) {}

  async execute({ organisationId, month }: StatementOf): Promise<OrgStatement> {
    const { id, type } = this.context.actor;
    if (type !== 'system') await memberAt(this.database, organisationId, id);
    const rows = await this.database.query<Row>(
      `select l.event_id as id, l.at, l.kind, l.contract_id, w.name as workspace,
          h.purchase_order, h.cost_centre, h.fields, l.amount, l.fee, l.tax, l.currency
        from org_statement_lines l join org_hires h on h.contract_id = l.contract_id
          join org_workspaces w on w.id = h.workspace_id
        where l.organisation_id = $1 and l.at >= ($2 || '-01T00:00Z')::timestamptz
          and l.at < ($2 || '-01T00:00Z')::timestamptz + interval '1 month'
        order by l.at, l.event_id limit 10000`,
      [organisationId, month],
      'organisations.statement',
    );
    const contracts = [...new Set(rows.map((row) => row.contract_id))];
    const titles = await this.queries.execute(new ContractTitles(contracts));
    return { month, lines: rows.map((row) => lineOf(row, titles)), totals: totalsOf(rows) };
  }
}

const fileHead = [
  ...['at', 'kind', 'workspace', 'purchaseOrder', 'costCentre', 'contract', 'contractId'],
  ...['amountMinor', 'feeMinor', 'taxMinor', 'currency'],
];

/** A column for each field that a line has, under the label that it had last. */
const columnsOf = (lines: OrgStatement['lines']) => [
  ...new Map(lines.flatMap(({ fields }) => fields.map(({ id, label }) => [id, label] as const))),
];

@QueryHandler(StatementFile)
export class StatementFileHandler implements IQueryHandler<StatementFile> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ organisationId, month }: StatementFile): Promise<string> {
    const { lines } = await this.queries.execute(new StatementOf(organisationId, month));
    const columns = columnsOf(lines);
    const cells = lines.map((line) => [
      ...[line.at, line.kind, line.workspace, line.purchaseOrder ?? '', line.costCentre ?? ''],
      ...[line.title, line.contractId, line.amount.amountMinor, line.fee.amountMinor],
      ...[line.tax.amountMinor, line.amount.currency],
      ...columns.map(([field]) => line.fields.find(({ id }) => id === field)?.value ?? ''),
    ]);
    const all = [[...fileHead, ...columns.map(([, label]) => label)], ...cells];
    return all.map((one) => csvRow(one)).join('');
  }
}

function lineOf(row: Row, titles: ReadonlyMap<string, string>): OrgStatement['lines'][number] {
  const { currency } = row;
  return {
    ...{ id: row.id, at: row.at.toISOString(), kind: row.kind, workspace: row.workspace },
    ...{ contractId: row.contract_id, title: titles.get(row.contract_id) ?? '' },
    ...{ purchaseOrder: row.purchase_order, costCentre: row.cost_centre, fields: row.fields },
    amount: money(BigInt(row.amount), currency),
    fee: money(BigInt(row.fee), currency),
    tax: money(BigInt(row.tax), currency),
  };
}

/** What came back takes its share of the fees back with it. */
function totalsOf(rows: readonly Row[]): OrgStatement['totals'] {
  return [...new Set(rows.map(({ currency }) => currency))].map((currency) => {
    const mine = rows.filter((row) => row.currency === currency);
    const total = (kind: Row['kind'], of: (row: Row) => bigint) =>
      mine.filter((row) => row.kind === kind).reduce((sum, row) => sum + of(row), 0n);
    const amount = (row: Row) => BigInt(row.amount);
    const cost = (row: Row) => BigInt(row.fee) + BigInt(row.tax);
    return {
      currency,
      funded: money(total('funded', amount), currency),
      released: money(total('released', amount), currency),
      refunded: money(total('refunded', amount), currency),
      fees: money(total('funded', cost) - total('refunded', cost), currency),
    };
  });
}
