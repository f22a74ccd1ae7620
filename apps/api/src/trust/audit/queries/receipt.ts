import { findRaw, readRaw } from '@eventstore/postgres';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import type * as wire from '@wire/audit';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type * as z from 'zod';
import { ContractParties } from '../../../market/contracts';
import { LogKeys } from '../adapters/log-keys';
import { Proofs } from './event-proof';

interface Row {
  contract_id: string;
  funded_event: string;
  funded_at: Date;
  amount: string;
  gone: string;
}

async function receiptRow(database: Database, milestoneId: string): Promise<Row> {
  const [row] = await database.query<Row>('select * from receipts where milestone_id = $1', [
    milestoneId,
  ]);
  return row ?? reject('audit.not_found');
}

/** Is the money for a milestone there? Says nothing about how much. Rejects audit.not_found. */
export class ReceiptOf extends Query<wire.Receipt> {
  constructor(readonly milestoneId: string) {
    super();
  }
}

@QueryHandler(ReceiptOf)
export class ReceiptOfHandler implements IQueryHandler<ReceiptOf> {
  constructor(
    private readonly database: Database,
    private readonly proofs: Proofs,
    private readonly keys: LogKeys,
  ) {}

  async execute({ milestoneId }: ReceiptOf): Promise<wire.Receipt> {
    const row = await receiptRow(this.database, milestoneId);
    const leaf = (await this.proofs.leafOf(row.funded_event)) ?? reject('audit.not_ready');
    const { checkpoint, event } = (await this.proofs.proofOf(leaf)) ?? reject('audit.not_ready');
    const gone = BigInt(row.gone);
    const left = gone < BigInt(row.amount) ? 'partly_released' : 'closed';
    return {
      milestoneId,
      state: gone === 0n ? 'funded' : left,
      fundedAt: row.funded_at.toISOString(),
      amountCommitment: event.chainHash.toString('hex'),
      leaf,
      checkpoint: {
        origin: this.keys.origin,
        size: checkpoint.size,
        root: checkpoint.root.toString('base64'),
      },
    };
  }
}

/** The `.tlog-proof` of the funding. Rejects audit.not_ready until a checkpoint covers it. */
export class ReceiptProof extends Query<string> {
  constructor(readonly milestoneId: string) {
    super();
  }
}

@QueryHandler(ReceiptProof)
export class ReceiptProofHandler implements IQueryHandler<ReceiptProof> {
  constructor(
    private readonly database: Database,
    private readonly proofs: Proofs,
  ) {}

  async execute({ milestoneId }: ReceiptProof): Promise<string> {
    const row = await receiptRow(this.database, milestoneId);
    const leaf = (await this.proofs.leafOf(row.funded_event)) ?? reject('audit.not_ready');
    return (await this.proofs.proofOf(leaf))?.text ?? reject('audit.not_ready');
  }
}

/** The event behind a receipt, for the two who made the contract. Rejects audit.not_found. */
export class DisclosureOf extends Query<z.infer<typeof wire.disclosure>> {
  constructor(readonly milestoneId: string) {
    super();
  }
}

@QueryHandler(DisclosureOf)
export class DisclosureOfHandler implements IQueryHandler<DisclosureOf> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
  ) {}

  async execute({ milestoneId }: DisclosureOf) {
    const row = await receiptRow(this.database, milestoneId);
    const parties = await this.queries.execute(new ContractParties(row.contract_id));
    const { id } = this.context.actor;
    if (id !== parties?.clientId && id !== parties?.providerId) reject('audit.not_found');
    const event = (await findRaw(this.database, row.funded_event)) ?? reject('audit.not_found');
    const [before] = await readRaw(this.database, event.stream, event.version - 2, 1);
    return { event, previous: event.version > 1 ? (before?.hash ?? '') : '' };
  }
}
