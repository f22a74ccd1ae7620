import { Streams } from '@kernel/streams';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { escrow } from '../domain/escrow';

export interface EscrowSides {
  readonly clientId: string;
  readonly providerId: string;
}

/** Who the two sides of an escrow are; null when it is not open yet. */
export class EscrowParties extends Query<EscrowSides | null> {
  constructor(readonly contractId: string) {
    super();
  }
}

@QueryHandler(EscrowParties)
export class EscrowPartiesHandler implements IQueryHandler<EscrowParties> {
  constructor(private readonly streams: Streams) {}

  async execute({ contractId }: EscrowParties): Promise<EscrowSides | null> {
    const state = await this.streams.read(escrow, contractId);
    return state.status === 'none'
      ? null
      : { clientId: state.clientId, providerId: state.providerId };
  }
}
