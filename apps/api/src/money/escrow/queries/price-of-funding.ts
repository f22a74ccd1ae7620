import type { FundingReceipt } from '@money/fees';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import { Streams } from '@kernel/streams';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { setTimeout as pause } from 'node:timers/promises';
import { escrow, type Escrow } from '../domain/escrow';
import { fundable } from '../domain/work';

/**
 * What the client has to pay for a milestone that waits for money. Rejects like funding would, and
 * server.busy while a contract that was signed waits for its escrow.
 */
export class PriceOfFunding extends Query<FundingReceipt> {
  constructor(
    readonly contractId: string,
    readonly milestoneId: string,
    readonly clientId: string,
  ) {
    super();
  }
}

const turns = 20;
const pauseMs = 100;

@QueryHandler(PriceOfFunding)
export class PriceOfFundingHandler implements IQueryHandler<PriceOfFunding> {
  constructor(
    private readonly streams: Streams,
    private readonly database: Database,
  ) {}

  async execute({ contractId, milestoneId, clientId }: PriceOfFunding): Promise<FundingReceipt> {
    return fundable(await this.whenOpen(contractId), clientId, milestoneId);
  }

  /** A contract that was signed a moment ago has its escrow as soon as the feed carries it there. */
  private async whenOpen(contractId: string): Promise<Escrow> {
    for (let turn = 0; ; turn += 1) {
      const state = await this.streams.read(escrow, contractId);
      if (state.status !== 'none' || !(await this.isSigned(contractId))) return state;
      if (turn === turns) reject('server.busy');
      await pause(pauseMs);
    }
  }

  private async isSigned(contractId: string): Promise<boolean> {
    const signed = await this.database.query(
      "select from record.events where stream = $1 and type = 'ContractSigned'",
      [`contract-${contractId}`],
    );
    return signed.length > 0;
  }
}
