import { CONFIG, type Config } from '../../../config';
import type { BeginViewing as Input, viewingBegun } from '@wire/access';
import { isStaffRole } from '@wire/duties';
import { RequestContext } from '@kernel/context';
import { EndedSessions } from '@kernel/ended-sessions';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { SubjectKeys } from '@kernel/subject-keys';
import { Inject } from '@nestjs/common';
import { Command, CommandBus, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import type * as z from 'zod';
import { OpenViewing, ReadersOf } from '../../../people/accounts';

type Begun = z.infer<typeof viewingBegun>;
const minutes = 15;

/** Somebody of staff sees what a member sees. The member is told. Rejects access.is_staff. */
export class BeginViewing extends Command<Begun> {
  constructor(readonly input: Input) {
    super();
  }
}

/** The look is over; its token is refused from now on. */
export class EndViewing extends Command<void> {
  constructor(readonly viewingId: string) {
    super();
  }
}

@CommandHandler(BeginViewing)
export class BeginViewingHandler implements ICommandHandler<BeginViewing> {
  constructor(
    private readonly facts: Facts,
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
    private readonly keys: SubjectKeys,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async execute({ input: { accountId, reason, ticket } }: BeginViewing): Promise<Begun> {
    const staffId = this.context.actor.id;
    const person = (await this.queries.execute(new ReadersOf([accountId]))).get(accountId);
    if (!person) return reject('accounts.not_found');
    // Whoever sees with a colleague's eyes would see more than their own role allows.
    if (person.roles.some(isStaffRole)) reject('access.is_staff');
    const sealed = await this.keys.seal(staffId, reason);
    const id = randomUUIDv7();
    const now = Date.now();
    const until = new Date(now + minutes * 60_000).toISOString();
    await this.facts.commit(async (_, sql) => {
      await sql.query(
        `insert into viewings (id, staff_id, account_id, reason, ticket, at, until)
          values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, staffId, accountId, sealed, ticket ?? null, new Date(now).toISOString(), until],
      );
      const fact = { viewingId: id, staffId, accountId, until };
      return { told: [about('viewing', id, 'ViewingBegan', fact)] };
    });
    const token = await this.commands.execute(
      new OpenViewing(id, accountId, staffId, minutes * 60),
    );
    // After the mark: the token reaches no server log and no other site.
    return { id, until, link: `${new URL('/view-as', this.config.PUBLIC_URL).href}#${token}` };
  }
}

@CommandHandler(EndViewing)
export class EndViewingHandler implements ICommandHandler<EndViewing> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly ended: EndedSessions,
  ) {}

  async execute({ viewingId }: EndViewing): Promise<void> {
    const staffId = this.context.actor.id;
    await this.facts.commit(async (_, sql) => {
      const [row] = await sql.query<{ account_id: string }>(
        `update viewings set ended_at = now()
          where id = $1 and staff_id = $2 and ended_at is null returning account_id`,
        [viewingId, staffId],
      );
      if (!row) return reject('access.not_found');
      await this.ended.end(sql, [viewingId]);
      const fact = { viewingId, staffId, accountId: row.account_id };
      return { told: [about('viewing', viewingId, 'ViewingEnded', fact)] };
    });
    await this.ended.look();
  }
}
