import type { RequestChanges as Input } from '@wire/escrow';
import { RequestContext } from '@kernel/context';
import { Streams } from '@kernel/streams';
import { SubjectKeys } from '@kernel/subject-keys';
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
    private readonly keys: SubjectKeys,
  ) {}

  async execute({ contractId, milestoneId, input }: RequestChanges): Promise<void> {
    const { id: by } = this.context.actor;
    const seal = (text: string) => this.keys.seal(by, text);
    const points = await Promise.all(input.points.map(seal));
    const note = input.note === undefined ? null : await seal(input.note);
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
            points,
            note,
          ]);
        },
      },
    );
  }
}
