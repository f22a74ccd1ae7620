import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import { staffRoles } from '@wire/permissions';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Sessions } from '../adapters/sessions';

/** Ends a session of somebody of staff. Rejects access.not_found. */
export class EndStaffSession extends Command<void> {
  constructor(readonly sessionId: string) {
    super();
  }
}

@CommandHandler(EndStaffSession)
export class EndStaffSessionHandler implements ICommandHandler<EndStaffSession> {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
  ) {}

  async execute({ sessionId }: EndStaffSession): Promise<void> {
    await this.database.transaction(async (sql) => {
      const [row] = await sql.query<{ account_id: string }>(
        `select s.account_id from sessions s join accounts a on a.id = s.account_id
          where s.id = $1 and roles_now(a) && $2::text[]`,
        [sessionId, [...staffRoles]],
      );
      const ended = row && (await this.sessions.end(sql, row.account_id, sessionId));
      if (!ended) reject('access.not_found');
    });
    await this.sessions.refuseEnded();
  }
}
