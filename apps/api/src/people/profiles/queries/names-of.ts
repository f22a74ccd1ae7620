import { Database } from '@kernel/database';
import { Heard } from '@kernel/heard';
import { Wakeups } from '@kernel/wakeups';
import type { Person } from '@wire/primitives';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

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
  private readonly heard: Heard<Person>;

  constructor(
    private readonly database: Database,
    wakeups: Wakeups,
  ) {
    this.heard = new Heard(wakeups, 'account', rememberMs);
  }

  async execute({ ids }: NamesOf): Promise<Map<string, Person>> {
    const people = new Map<string, Person>();
    const unknown = new Set<string>();
    for (const id of ids) {
      const person = this.heard.known(id);
      if (person) people.set(id, person);
      else unknown.add(id);
    }
    if (unknown.size > 0) await this.read([...unknown], people);
    return people;
  }

  private async read(ids: readonly string[], people: Map<string, Person>): Promise<void> {
    const keep = this.heard.keeper();
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
      keep(id, person);
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
