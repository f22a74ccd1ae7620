import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Codes } from '../adapters/codes';

export interface Code {
  readonly accountId: string;
  readonly purpose: string;
  readonly code: string;
  readonly token: string;
  readonly expiresAt: Date;
  /** The address or phone that it is for. */
  readonly target: string;
}

interface Row {
  readonly account_id: string;
  readonly purpose: string;
  readonly expires_at: Date;
  readonly target: string;
}

/** The code and link token of a challenge, for the message that carries them; undefined once used. */
export class CodeOf extends Query<Code | undefined> {
  constructor(readonly challengeId: string) {
    super();
  }
}

@QueryHandler(CodeOf)
export class CodeOfHandler implements IQueryHandler<CodeOf> {
  constructor(
    private readonly database: Database,
    private readonly codes: Codes,
  ) {}

  async execute({ challengeId }: CodeOf): Promise<Code | undefined> {
    const [row] = await this.database.query<Row>(
      `select account_id, purpose, expires_at, target from challenges
        where id = $1 and used_at is null and expires_at > now()`,
      [challengeId],
    );
    if (!row) return undefined;
    const { codes } = this;
    return {
      accountId: row.account_id,
      purpose: row.purpose,
      code: codes.codeOf(challengeId),
      token: codes.tokenOf(challengeId),
      expiresAt: row.expires_at,
      target: row.target,
    };
  }
}
