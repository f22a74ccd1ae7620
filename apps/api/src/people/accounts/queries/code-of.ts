import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Codes } from '../adapters/codes';

export interface Code {
  readonly code: string;
  readonly token: string;
  readonly expiresAt: Date;
  /** The address or phone that it is for. */
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
    const [row] = await this.database.query<{ expires_at: Date; target: string }>(
      `select expires_at, target from challenges
        where id = $1 and used_at is null and expires_at > now()`,
      [challengeId],
    );
    if (!row) return undefined;
    const { codes } = this;
    return {
      code: codes.codeOf(challengeId),
      token: codes.tokenOf(challengeId),
      expiresAt: row.expires_at,
      target: row.target,
    };
  }
}
