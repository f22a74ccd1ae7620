import { Database } from '@kernel/database';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

/** Does a password open this account? */
export class HasPassword extends Query<boolean> {
  constructor(readonly accountId: string) {
    super();
  }
}

/** Was this session opened after that moment, by the machine's time? */
export class SignedInSince extends Query<boolean> {
  constructor(
    readonly sessionId: string | undefined,
    readonly since: Date,
  ) {
    super();
  }
}

/** Has somebody proved that the address is theirs? Never told to who does not own it. */
export class IsAddressTaken extends Query<boolean> {
  constructor(readonly email: string) {
    super();
  }
}

/** Who proved that the address is theirs; null for nobody. For other contexts, never for an answer. */
export class AccountAt extends Query<string | null> {
  constructor(readonly email: string) {
    super();
  }
}

@QueryHandler(HasPassword)
export class HasPasswordHandler implements IQueryHandler<HasPassword> {
  constructor(private readonly database: Database) {}

  async execute({ accountId }: HasPassword): Promise<boolean> {
    const rows = await this.database.query(
      `select 1 from accounts where id = $1 and password_hash <> ''`,
      [accountId],
    );
    return rows.length > 0;
  }
}

@QueryHandler(SignedInSince)
export class SignedInSinceHandler implements IQueryHandler<SignedInSince> {
  constructor(private readonly database: Database) {}

  async execute({ sessionId, since }: SignedInSince): Promise<boolean> {
    const rows = await this.database.query(
      'select 1 from sessions where id = $1 and created_at > $2 and ended_at is null',
      [sessionId ?? null, since.toISOString()],
    );
    return rows.length > 0;
  }
}

@QueryHandler(IsAddressTaken)
export class IsAddressTakenHandler implements IQueryHandler<IsAddressTaken> {
  constructor(private readonly database: Database) {}

  async execute({ email }: IsAddressTaken): Promise<boolean> {
    const rows = await this.database.query(
      'select 1 from accounts where email = $1 and email_verified_at is not null',
      [email],
    );
    return rows.length > 0;
  }
}

@QueryHandler(AccountAt)
export class AccountAtHandler implements IQueryHandler<AccountAt> {
  constructor(private readonly database: Database) {}

  async execute({ email }: AccountAt): Promise<string | null> {
    const [row] = await this.database.query<{ id: string }>(
      'select id from accounts where email = $1 and email_verified_at is not null',
      [email],
    );
    return row?.id ?? null;
  }
}
