import type { RevealDetails as Input, revealed } from '@wire/access';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { Standings } from '@kernel/standings';
import { SubjectKeys } from '@kernel/subject-keys';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import type * as z from 'zod';
import { ReadersOf } from '../../../people/accounts';

type Revealed = z.infer<typeof revealed>;
const minutes = 15;

/** Masked details of one person for one person of staff, for a quarter of an hour. */
export class RevealDetails extends Command<Revealed> {
  constructor(readonly input: Input) {
    super();
  }
}

@CommandHandler(RevealDetails)
export class RevealDetailsHandler implements ICommandHandler<RevealDetails> {
  constructor(
    private readonly facts: Facts,
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
    private readonly keys: SubjectKeys,
    private readonly standings: Standings,
  ) {}

  /** By the machine's time: a moved business clock shows nothing longer. */
  async execute({ input }: RevealDetails): Promise<Revealed> {
    const { subject, id: subjectId, fields, reason, ticket } = input;
    const staffId = this.context.actor.id;
    const people = await this.queries.execute(new ReadersOf([subjectId]));
    if (!people.has(subjectId)) reject('accounts.not_found');
    const sealed = await this.keys.seal(staffId, reason);
    const id = randomUUIDv7();
    const now = Date.now();
    const until = new Date(now + minutes * 60_000).toISOString();
    await this.facts.commit(async (_, sql) => {
      await sql.query(
        `insert into reveals (id, staff_id, subject, subject_id, fields, reason, ticket, at, until)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          ...[id, staffId, subject, subjectId, fields, sealed, ticket ?? null],
          ...[new Date(now).toISOString(), until],
        ],
      );
      const fact = { revealId: id, staffId, subject, subjectId, fields, until };
      return { told: [about('reveal', id, 'DetailsRevealed', fact)] };
    });
    this.standings.changed(staffId);
    return { id, until };
  }
}
