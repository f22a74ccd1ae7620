import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { signedBy } from '../adapters/signature-rows';

/** Did this account sign what has to be signed before the brief of this job is read? */
export class HasSigned extends Query<boolean> {
  constructor(
    readonly jobId: string,
    readonly accountId: string,
  ) {
    super();
  }
}

@QueryHandler(HasSigned)
export class HasSignedHandler implements IQueryHandler<HasSigned> {
  constructor(private readonly database: Database) {}

  async execute({ jobId, accountId }: HasSigned): Promise<boolean> {
    return (await signedBy(this.database, jobId, accountId)) !== null;
  }
}
