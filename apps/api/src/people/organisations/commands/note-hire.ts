import type { Sql } from '@eventstore/record';
import type { Money } from '@money';
import type { FilledField } from '@wire/org-fields';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

export interface Hire {
  readonly contractId: string;
  readonly organisationId: string;
  readonly workspaceId: string;
  readonly purchaseOrder: string | null;
  readonly costCentre: string | null;
  readonly fields: readonly FilledField[];
  readonly amount: Money;
}

/** For contracts, within their transaction: this contract is the organisation's. */
export class NoteHire extends Command<void> {
  constructor(
    readonly hire: Hire,
    readonly sql: Sql,
  ) {
    super();
  }
}

@CommandHandler(NoteHire)
export class NoteHireHandler implements ICommandHandler<NoteHire> {
  async execute({ hire, sql }: NoteHire): Promise<void> {
    const { contractId, organisationId, workspaceId, purchaseOrder, costCentre, amount } = hire;
    await sql.query(
      `insert into org_hires (contract_id, organisation_id, workspace_id, purchase_order,
          cost_centre, amount, currency, fields) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[contractId, organisationId, workspaceId, purchaseOrder, costCentre],
        ...[amount.amountMinor, amount.currency, JSON.stringify(hire.fields)],
      ],
    );
  }
}
