import type { breakGlass, elevationBegun } from '@wire/access';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { SubjectKeys } from '@kernel/subject-keys';
import { Wakeups } from '@kernel/wakeups';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import type * as z from 'zod';
import { LendRole } from '../../../people/accounts';
import { alarmTopic } from '../domain/alarm';
import { elevationMinutes } from './ask-elevation';
import { endAt, hourFrom } from './run-elevation';

type Begun = z.infer<typeof elevationBegun>;

/** In an emergency, without a second person: any one role for an hour. Everybody is told. */
export class BreakGlass extends Command<Begun> {
  constructor(readonly input: z.infer<typeof breakGlass>) {
    super();
  }
}

@CommandHandler(BreakGlass)
export class BreakGlassHandler implements ICommandHandler<BreakGlass> {
  constructor(
    private readonly facts: Facts,
    private readonly commands: CommandBus,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly keys: SubjectKeys,
    private readonly wakeups: Wakeups,
  ) {}

  /** Told before it holds: nobody has the role without the alarm. */
  async execute({ input: { role, reason } }: BreakGlass): Promise<Begun> {
    const accountId = this.context.actor.id;
    const sealed = await this.keys.seal(accountId, reason);
    const id = randomUUIDv7();
    const now = this.clock.now();
    const until = hourFrom(now);
    await this.facts.commit(async (_, sql) => {
      await sql.query(
        `insert into elevations (id, account_id, role, kind, state, reason, asked_at, until)
          values ($1, $2, $3, 'break_glass', 'active', $4, $5, $6)`,
        [id, accountId, role, sealed, now.toISOString(), until],
      );
      await endAt(sql, id, until);
      const fact = { elevationId: id, accountId, role, until };
      return { told: [about('elevation', id, 'GlassBroken', fact)] };
    });
    await this.commands.execute(new LendRole(id, accountId, role, elevationMinutes));
    this.wakeups.tell('changed', alarmTopic);
    return { id, until };
  }
}
