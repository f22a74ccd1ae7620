import type { Sql } from '@eventstore/record';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Sessions } from '../adapters/sessions';

/**
 * For other contexts, within their transaction: whoever sits at any browser of this account is nobody
 * from its commit on.
 */
export class EndAllSessions extends Command<void> {
  constructor(
    readonly accountId: string,
    readonly sql: Sql,
  ) {
    super();
  }
}

@CommandHandler(EndAllSessions)
export class EndAllSessionsHandler implements ICommandHandler<EndAllSessions> {
  constructor(private readonly sessions: Sessions) {}

  execute({ accountId, sql }: EndAllSessions): Promise<void> {
    return this.sessions.endOthers(sql, accountId, null);
  }
}
