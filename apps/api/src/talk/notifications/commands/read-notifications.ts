import type * as wire from '@wire/notifications';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type * as z from 'zod';

/** Marks notifications of one's own as read: some, or all. */
export class ReadNotifications extends Command<void> {
  constructor(readonly which: z.infer<typeof wire.readNotifications>) {
    super();
  }
}

@CommandHandler(ReadNotifications)
export class ReadNotificationsHandler implements ICommandHandler<ReadNotifications> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute({ which }: ReadNotifications): Promise<void> {
    await this.database.query(
      `update notifications set read_at = now() where account_id = $1 and read_at is null
        and ($2::uuid[] is null or id = any($2))
        and ($3::text is null or side in ($3, 'both'))`,
      [
        this.context.actor.id,
        'ids' in which ? which.ids : null,
        'all' in which ? (which.side ?? null) : null,
      ],
    );
  }
}
