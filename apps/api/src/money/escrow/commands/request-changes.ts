import type { RequestChanges as Input } from '@wire/escrow';
import { RequestContext } from '@kernel/context';
import { Streams } from '@kernel/streams';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { escrow } from '../domain/escrow';
import { requestChanges } from '../domain/work';

/** The client names the points to change on the newest delivery; the review period stops. */
export class RequestChanges extends Command<void> {
  constructor(
    readonly contractId: string,
    readonly milestoneId: string,
    readonly input: Input,
  ) {
    super();
  }
}

@CommandHandler(RequestChanges)
export class RequestChangesHandler implements ICommandHandler<RequestChanges> {
  constructor(
    private readonly streams: Streams,
    private readonly context: RequestContext,
  ) {}

  async execute({ contractId, milestoneId, input }: RequestChanges): Promise<void> {
    const { id: by } = this.context.actor;
    let deliveryId = '';
    await this.streams.decide(
      escrow,
      contractId,
      (state) => {
        const fact = requestChanges(state, by, { milestoneId, points: input.points.length });
        deliveryId = fact.data.deliveryId;
        return { facts: [fact] };
      },
      {
        also: async (sql) => {
          await sql.query('update deliveries set changes = $2, changes_note = $3 where id = $1', [
            deliveryId,
            input.points,
            input.note ?? null,
          ]);
        },
      },
    );
  }
}
