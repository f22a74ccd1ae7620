import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import type { NewWorkspace } from '@wire/organisations';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { memberAt } from '../adapters/household-rows';
import { may } from '../domain/members';

export class AddWorkspace extends Command<{ id: string }> {
  constructor(
    readonly organisationId: string,
    readonly input: NewWorkspace,
  ) {
    super();
  }
}

export class ChangeWorkspace extends Command<void> {
  constructor(
    readonly organisationId: string,
    readonly workspaceId: string,
    readonly input: NewWorkspace,
  ) {
    super();
  }
}

@CommandHandler(AddWorkspace)
export class AddWorkspaceHandler implements ICommandHandler<AddWorkspace> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
  ) {}

  execute({ organisationId, input: { name, budget } }: AddWorkspace): Promise<{ id: string }> {
    const { id: by } = this.context.actor;
    const id = randomUUIDv7();
    return this.facts.commit<{ id: string }>(async (_, sql) => {
      may(await memberAt(sql, organisationId, by), 'settings');
      await sql.query(
        `insert into org_workspaces (id, organisation_id, name, budget, currency, created_at)
          values ($1, $2, $3, $4, $5, now())`,
        [id, organisationId, name, budget?.amountMinor ?? null, budget?.currency ?? null],
      );
      const fact = { organisationId, workspaceId: id, by };
      const told = [about('organisation', organisationId, 'WorkspaceAdded', fact)];
      return { told, answer: { id } };
    });
  }
}

@CommandHandler(ChangeWorkspace)
export class ChangeWorkspaceHandler implements ICommandHandler<ChangeWorkspace> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
  ) {}

  execute({ organisationId, workspaceId, input }: ChangeWorkspace): Promise<void> {
    const { name, budget } = input;
    const { id: by } = this.context.actor;
    return this.facts.commit(async (_, sql) => {
      may(await memberAt(sql, organisationId, by), 'settings');
      const [row] = await sql.query(
        `update org_workspaces set name = $3, budget = $4, currency = $5
          where id = $1 and organisation_id = $2 returning id`,
        [
          ...[workspaceId, organisationId, name],
          ...[budget?.amountMinor ?? null, budget?.currency ?? null],
        ],
      );
      if (!row) reject('organisations.no_such_workspace');
      const fact = { organisationId, workspaceId, by, budget };
      return { told: [about('organisation', organisationId, 'WorkspaceChanged', fact)] };
    });
  }
}
