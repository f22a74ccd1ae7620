import { RequestContext } from '@kernel/context';
import { Rejection } from '@kernel/reject';
import { Streams } from '@kernel/streams';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { escrow } from '../domain/escrow';
import { open, type Terms } from '../domain/work';

/** Both sides signed: the escrow opens with the contract's id and its frozen terms. */
export class OpenEscrow extends Command<void> {
  constructor(
    readonly contractId: string,
    readonly terms: Terms,
  ) {
    super();
  }
}

@CommandHandler(OpenEscrow)
export class OpenEscrowHandler implements ICommandHandler<OpenEscrow> {
  constructor(
    private readonly streams: Streams,
    private readonly context: RequestContext,
  ) {}

  async execute({ contractId, terms }: OpenEscrow): Promise<void> {
    const key = this.context.now.idempotencyKey ?? contractId;
    const intent = { scope: 'open-escrow', key, request: { contractId } };
    try {
      await this.streams.decide(escrow, contractId, (state) => ({ facts: [open(state, terms)] }), {
        intent,
      });
    } catch (error) {
      // Told twice is told once: the terms in the record are the ones that count.
      if (!(error instanceof Rejection && error.code === 'escrow.already_open')) throw error;
    }
  }
}
