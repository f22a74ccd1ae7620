import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { isWorkspace } from '../adapters/household-rows';

/** For other contexts: rejects organisations.no_such_workspace where it is not of the organisation. */
export class HasWorkspace extends Query<void> {
  constructor(
    readonly organisationId: string,
    readonly workspaceId: string,
  ) {
    super();
  }
}

@QueryHandler(HasWorkspace)
export class HasWorkspaceHandler implements IQueryHandler<HasWorkspace> {
  constructor(private readonly database: Database) {}

  execute({ organisationId, workspaceId }: HasWorkspace): Promise<void> {
    return isWorkspace(this.database, organisationId, workspaceId);
  }
}
