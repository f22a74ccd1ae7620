import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { guardedParts, type ProfilePrivacy } from '@wire/profiles';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Guarded, Onlooker } from '../domain/visibility';

/** From whom do I keep what? */
export class MyProfilePrivacy extends Query<ProfilePrivacy> {}

interface Row {
  readonly fields: Guarded;
  readonly search_engines: boolean;
}

@QueryHandler(MyProfilePrivacy)
export class MyProfilePrivacyHandler implements IQueryHandler<MyProfilePrivacy> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
  ) {}

  async execute(): Promise<ProfilePrivacy> {
    const [row] = await this.database.query<Row>(
      'select fields, search_engines from profile_privacy where account_id = $1',
      [this.context.actor.id],
    );
    const parts = guardedParts.map((part) => [part, row?.fields[part] ?? 'public'] as const);
    return {
      parts: Object.fromEntries(parts) as ProfilePrivacy['parts'],
      searchEngines: row?.search_engines ?? true,
    };
  }
}

/** Who looks at this person's profile. The house itself sees it as a member does. */
export function onlookerAt(accountId: string, { actor }: RequestContext): Onlooker {
  if (actor.type === 'staff' || actor.id === accountId) return 'owner';
  return actor.type === 'user' || actor.type === 'system' ? 'member' : 'guest';
}
