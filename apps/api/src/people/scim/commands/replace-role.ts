import { Database } from '@kernel/database';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

/** A role of the organisation is none any more: groups that meant it mean the other one, or nothing. */
export class ReplaceRole extends Command<void> {
  constructor(
    readonly organisationId: string,
    readonly role: string,
    readonly replacement: string | null,
  ) {
    super();
  }
}

@CommandHandler(ReplaceRole)
export class ReplaceRoleHandler implements ICommandHandler<ReplaceRole> {
  constructor(private readonly database: Database) {}

  async execute({ organisationId, role, replacement }: ReplaceRole): Promise<void> {
    await this.database.query(
      'update scim_groups set role = $3 where organisation_id = $1 and role = $2',
      [organisationId, role, replacement],
    );
  }
}
