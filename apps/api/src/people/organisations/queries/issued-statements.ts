import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import type { issuedStatements } from '@wire/organisations';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type * as z from 'zod';
import { memberAt } from '../adapters/household-rows';

/** The statements with a number, the newest first. */
export class IssuedStatements extends Query<z.infer<typeof issuedStatements>> {
  constructor(readonly organisationId: string) {
    super();
  }
}

/** One of them as it was issued. Rejects organisations.no_such_statement. */
export class IssuedStatement extends Query<Buffer> {
  constructor(
    readonly organisationId: string,
    readonly number: number,
  ) {
    super();
  }
}

@QueryHandler(IssuedStatements)
export class IssuedStatementsHandler implements IQueryHandler<IssuedStatements> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute({ organisationId }: IssuedStatements) {
    await memberAt(this.database, organisationId, this.context.actor.id);
    const rows = await this.database.query<{
      number: number;
      month: string;
      at: Date;
      sha256: string;
    }>(
      `select number, month, issued_at as at, sha256 from org_statements
        where organisation_id = $1 order by number desc limit 600`,
      [organisationId],
    );
    return { items: rows.map(({ at, ...row }) => ({ ...row, issuedAt: at.toISOString() })) };
  }
}

@QueryHandler(IssuedStatement)
export class IssuedStatementHandler implements IQueryHandler<IssuedStatement> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute({ organisationId, number }: IssuedStatement): Promise<Buffer> {
    await memberAt(this.database, organisationId, this.context.actor.id);
    const [row] = await this.database.query<{ pdf: Buffer }>(
      'select pdf from org_statements where organisation_id = $1 and number = $2',
      [organisationId, number],
    );
    return row?.pdf ?? reject('organisations.no_such_statement');
  }
}
