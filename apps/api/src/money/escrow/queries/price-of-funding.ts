import type { FundingReceipt } from '@money/fees';
import { Streams } from '@kernel/streams';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { escrow, fundable } from '../domain/escrow';

/** What the client has to pay for a milestone that waits for money. Rejects like funding would. */
export class PriceOfFunding extends Query<FundingReceipt> {
  constructor(
    readonly contractId: string,
    readonly milestoneId: string,
    readonly clientId: string,
  ) {
    super();
  }
}

@QueryHandler(PriceOfFunding)
export class PriceOfFundingHandler implements IQueryHandler<PriceOfFunding> {
  constructor(private readonly streams: Streams) {}

  async execute({ contractId, milestoneId, clientId }: PriceOfFunding): Promise<FundingReceipt> {
    return fundable(await this.streams.read(escrow, contractId), clientId, milestoneId);
  }
}
