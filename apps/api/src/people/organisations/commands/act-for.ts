import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

/** What is begun from now on is begun for this workspace; null is for oneself. */
export class ActFor extends Command<void> {
  constructor(readonly workspaceId: string | null) {
    super();
  }
}

@CommandHandler(ActFor)
export class ActForHandler implements ICommandHandler<ActFor> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute({ workspaceId }: ActFor): Promise<void> {
    const { id } = this.context.actor;
    if (workspaceId === null) {
      await this.database.query('delete from org_acting where account_id = $1', [id]);
      return;
    }
    const [row] = await this.database.query(
      `insert into org_acting (account_id, organisation_id, workspace_id)
        select m.account_id, m.organisation_id, w.id from org_workspaces w
          join org_members m on m.organisation_id = w.organisation_id and m.account_id = $1
          where w.id = $2 and (m.workspace_id is null or m.workspace_id = w.id)
        on conflict (account_id) do update
          set organisation_id = excluded.organisation_id, workspace_id = excluded.workspace_id
        returning account_id`,
      [id, workspaceId],
    );
    if (!row) reject('organisations.no_such_workspace');
  }
}
