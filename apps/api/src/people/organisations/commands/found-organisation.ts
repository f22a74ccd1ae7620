import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { Standings } from '@kernel/standings';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';

const seats = 10;

/** Whoever founds an organisation owns it, and acts for its first workspace from now on. */
export class FoundOrganisation extends Command<{ id: string }> {
  constructor(readonly name: string) {
    super();
  }
}

@CommandHandler(FoundOrganisation)
export class FoundOrganisationHandler implements ICommandHandler<FoundOrganisation> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly standings: Standings,
  ) {}

  async execute({ name }: FoundOrganisation): Promise<{ id: string }> {
    const id = randomUUIDv7();
    const workspaceId = randomUUIDv7();
    const { id: by } = this.context.actor;
    const now = this.clock.now().toISOString();
    await this.facts.commit(async (_, sql) => {
      await sql.query(
        'insert into organisations (id, name, seats, founded_at) values ($1, $2, $3, $4)',
        [id, name, seats, now],
      );
      await sql.query(
        `insert into org_workspaces (id, organisation_id, name, created_at)
          values ($1, $2, $3, $4)`,
        [workspaceId, id, name.slice(0, 60), now],
      );
      await sql.query(
        `insert into org_members (organisation_id, account_id, role, joined_at)
          values ($1, $2, 'owner', $3)`,
        [id, by, now],
      );
      await sql.query(
        `insert into org_acting (account_id, organisation_id, workspace_id) values ($1, $2, $3)
          on conflict (account_id) do update set organisation_id = $2, workspace_id = $3`,
        [by, id, workspaceId],
      );
      return {
        told: [
          about('organisation', id, 'OrganisationFounded', { organisationId: id, by }),
          about('organisation', id, 'MemberJoined', {
            ...{ organisationId: id, accountId: by, role: 'owner' },
          }),
        ],
      };
    });
    this.standings.changed(by);
    return { id };
  }
}
