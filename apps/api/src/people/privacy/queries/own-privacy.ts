import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import type { OwnPrivacy } from '@wire/own-privacy';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadersOf } from '../../accounts';
import { exportsOf } from '../adapters/export-rows';
import { obstacles } from '../domain/erasure';
import { nextExportAt } from '../domain/own-requests';
import { standingOf } from './standing';

/** What did I ask for about my data, and what may I ask for? */
export class MyPrivacy extends Query<OwnPrivacy> {}

interface Wish {
  readonly id: string;
  readonly asked_at: Date;
  readonly due_at: Date;
}

@QueryHandler(MyPrivacy)
export class MyPrivacyHandler implements IQueryHandler<MyPrivacy> {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<OwnPrivacy> {
    const { id: accountId } = this.context.actor;
    const exports = await exportsOf(this.database, accountId);
    const people = await this.queries.execute(new ReadersOf([accountId]));
    const roles = people.get(accountId)?.roles ?? [];
    const { standing } = await standingOf(this.database, accountId, roles);
    return {
      exports,
      nextExportAt: nextExportAt(exports[0], this.clock.now()),
      deletion: await this.deletion(accountId),
      obstacles: obstacles(standing),
    };
  }

  private async deletion(accountId: string): Promise<OwnPrivacy['deletion']> {
    const [wish] = await this.database.query<Wish>(
      `select id, asked_at, due_at from deletion_requests
        where account_id = $1 and state = 'scheduled'`,
      [accountId],
    );
    if (!wish) return null;
    return { id: wish.id, askedAt: wish.asked_at.toISOString(), dueAt: wish.due_at.toISOString() };
  }
}
