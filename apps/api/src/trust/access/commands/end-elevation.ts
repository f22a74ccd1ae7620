import { permits } from '@wire/permissions';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { Wakeups } from '@kernel/wakeups';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ReturnRole } from '../../../people/accounts';
import { alarmTopic } from '../domain/alarm';

/** Somebody gives a lent role back before its time; whoever grants roles may do it for them. */
export class GiveBackElevation extends Command<void> {
  constructor(readonly elevationId: string) {
    super();
  }
}

interface Row {
  readonly account_id: string;
  readonly role: string;
  readonly state: string;
}

/** What an early and a timely end have in common. `by` is null when it ends by itself. */
export class EndElevation extends Command<void> {
  constructor(
    readonly elevationId: string,
    readonly by: string | null,
  ) {
    super();
  }
}

@CommandHandler(GiveBackElevation)
export class GiveBackElevationHandler implements ICommandHandler<GiveBackElevation> {
  constructor(
    private readonly database: Database,
    private readonly commands: CommandBus,
    private readonly context: RequestContext,
  ) {}

  async execute({ elevationId }: GiveBackElevation): Promise<void> {
    const { actor } = this.context;
    const [row] = await this.database.query<Row>('select * from elevations where id = $1', [
      elevationId,
    ]);
    const isTheirs = row?.account_id === actor.id || permits(actor, 'grant', 'Role');
    if (!row || !isTheirs) return reject('access.not_found');
    if (row.state !== 'active') return reject('access.already_ended');
    await this.commands.execute(new EndElevation(elevationId, actor.id));
  }
}

@CommandHandler(EndElevation)
export class EndElevationHandler implements ICommandHandler<EndElevation> {
  constructor(
    private readonly facts: Facts,
    private readonly commands: CommandBus,
    private readonly clock: Clock,
    private readonly wakeups: Wakeups,
  ) {}

  /** Done twice is done once. */
  async execute({ elevationId, by }: EndElevation): Promise<void> {
    const accountId = await this.facts.commit(async (_, sql) => {
      const [row] = await sql.query<Row>(
        `update elevations set state = 'ended', ended_at = $2, ended_by = $3
          where id = $1 and state = 'active' returning *`,
        [elevationId, this.clock.now().toISOString(), by],
      );
      if (!row) return { told: [] };
      const fact = { elevationId, accountId: row.account_id, role: row.role, by };
      const told = [about('elevation', elevationId, 'ElevationEnded', fact)];
      return { told, answer: row.account_id };
    });
    if (accountId) await this.commands.execute(new ReturnRole(elevationId, accountId));
    this.wakeups.tell('changed', alarmTopic);
  }
}
