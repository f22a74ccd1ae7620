import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import type { session } from '@wire/accounts';
import { Places } from '../adapters/places';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type * as z from 'zod';

type Session = z.infer<typeof session>;

/** Where an account is signed in, the latest first; `current` is the session of this request. */
export class SessionsOf extends Query<{ items: Session[]; next: null }> {
  constructor(readonly accountId?: string) {
    super();
  }
}

interface Row {
  readonly id: string;
  readonly device: string;
  readonly address: string | null;
  readonly last_seen_at: Date;
  readonly created_at: Date;
}

@QueryHandler(SessionsOf)
export class SessionsOfHandler implements IQueryHandler<SessionsOf> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly places: Places,
  ) {}

  async execute({ accountId }: SessionsOf): Promise<{ items: Session[]; next: null }> {
    const { actor, sessionId } = this.context.now;
    const rows = await this.database.query<Row>(
      `select id, device, address, last_seen_at, created_at from sessions
        where account_id = $1 and ended_at is null order by last_seen_at desc limit 100`,
      [accountId ?? actor.id],
      'accounts.sessions',
    );
    const items = rows.map(({ id, device, address, last_seen_at: seen, created_at: created }) => ({
      id,
      device,
      address,
      place: this.places.of(address),
      lastSeenAt: seen.toISOString(),
      createdAt: created.toISOString(),
      current: id === sessionId,
    }));
    return { items, next: null };
  }
}
