import { Database } from '@kernel/database';
import { Wakeups } from '@kernel/wakeups';
import type { Person } from '@wire/primitives';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { LRUCache } from 'lru-cache';

const rememberMs = 10_000;

/**
 * How people are shown to others. Every id asked for is in the answer; unknown ones are nameless. What
 * is known is remembered while this process hears who changed.
 */
export class NamesOf extends Query<Map<string, Person>> {
  constructor(readonly ids: Iterable<string>) {
    super();
  }
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly country: string;
  readonly time_zone: string;
  readonly avatar_url: string | null;
}

@QueryHandler(NamesOf)
export class NamesOfHandler implements IQueryHandler<NamesOf> {
  private readonly known = new LRUCache<string, Person>({ max: 20_000, ttl: rememberMs });
  private moves = 0;

  constructor(
    private readonly database: Database,
    private readonly wakeups: Wakeups,
  ) {
    wakeups.on('changed', (topic) => {
      if (topic.startsWith('account:')) this.forget(topic.slice('account:'.length));
    });
  }

  async execute({ ids }: NamesOf): Promise<Map<string, Person>> {
    const people = new Map<string, Person>();
    const unknown = new Set<string>();
    for (const id of ids) {
      const person = this.wakeups.hearing ? this.known.get(id) : undefined;
      if (person) people.set(id, person);
      else unknown.add(id);
    }
    if (unknown.size > 0) await this.read([...unknown], people);
    return people;
  }

  private forget(id: string): void {
    this.moves += 1;
    this.known.delete(id);
  }

  private async read(ids: readonly string[], people: Map<string, Person>): Promise<void> {
    const before = this.moves;
    const rows = await this.database.query<Row>(
      `select id, name, slug, country, time_zone,
          '/api/files/' || avatar_file_id || '/content' as avatar_url
        from people where id = any($1::uuid[])`,
      [ids],
      'people.names',
    );
    for (const id of ids) people.set(id, nameless(id));
    for (const row of rows) {
      const { id, name, slug, country, time_zone: timeZone, avatar_url: avatarUrl } = row;
      const person = { id, name, slug, country, timeZone, avatarUrl };
      // Somebody changed while we asked: this may be from before.
      if (before === this.moves && this.wakeups.hearing) this.known.set(id, person);
      people.set(id, person);
    }
  }
}

const nameless = (id: string): Person => ({
  id,
  name: '—',
  slug: '',
  avatarUrl: null,
  country: null,
  timeZone: null,
});
