import { Database } from '@kernel/database';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

/** Somebody was let in by this issuer: it works. */
export class NoteUse extends Command<void> {
  constructor(readonly connectionId: string) {
    super();
  }
}

@CommandHandler(NoteUse)
export class NoteUseHandler implements ICommandHandler<NoteUse> {
  constructor(private readonly database: Database) {}

  async execute({ connectionId }: NoteUse): Promise<void> {
    await this.database.query(
      'update org_issuers set last_used_at = now() where connection_id = $1',
      [connectionId],
    );
  }
}
