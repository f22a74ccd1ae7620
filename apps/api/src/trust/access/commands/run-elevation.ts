import type { StaffRole } from '@wire/permissions';
import type { Sql } from '@eventstore/record';
import { Clock } from '@kernel/clock';
import { about, Facts } from '@kernel/facts';
import { OnDue, setTimer } from '@kernel/timers';
import { Injectable } from '@nestjs/common';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { LendRole } from '../../../people/accounts';
import { elevationMinutes } from './ask-elevation';
import { EndElevation } from './end-elevation';

/** A second person agreed: the role holds from now on, for an hour. */
export class BeginElevation extends Command<void> {
  constructor(
    readonly elevationId: string,
    readonly accountId: string,
    readonly role: StaffRole,
  ) {
    super();
  }
}

/** A second person did not agree, or not in time. */
export class RefuseElevation extends Command<void> {
  constructor(readonly approvalId: string) {
    super();
  }
}

/** The kind of deadline at which a role is given back. */
const elevationEnd = 'elevation-end';

export const hourFrom = (now: Date): string =>
  new Date(now.getTime() + elevationMinutes * 60_000).toISOString();

export const endAt = (sql: Sql, elevationId: string, dueAt: string): Promise<void> =>
  setTimer(sql, { kind: elevationEnd, key: elevationId, dueAt });

@CommandHandler(BeginElevation)
export class BeginElevationHandler implements ICommandHandler<BeginElevation> {
  constructor(
    private readonly facts: Facts,
    private readonly commands: CommandBus,
    private readonly clock: Clock,
  ) {}

  /** Done twice is done once: lent under one id, and begun only when it was asked for. */
  async execute({ elevationId, accountId, role }: BeginElevation): Promise<void> {
    await this.commands.execute(new LendRole(elevationId, accountId, role, elevationMinutes));
    const until = hourFrom(this.clock.now());
    await this.facts.commit(async (_, sql) => {
      const rows = await sql.query(
        `update elevations set state = 'active', until = $2 where id = $1 and state = 'asked'
          returning 1`,
        [elevationId, until],
      );
      if (rows.length === 0) return { told: [] };
      await endAt(sql, elevationId, until);
      const fact = { elevationId, accountId, role, until };
      return { told: [about('elevation', elevationId, 'ElevationBegan', fact)] };
    });
  }
}

@CommandHandler(RefuseElevation)
export class RefuseElevationHandler implements ICommandHandler<RefuseElevation> {
  constructor(private readonly facts: Facts) {}

  async execute({ approvalId }: RefuseElevation): Promise<void> {
    await this.facts.commit(async (_, sql) => {
      const [row] = await sql.query<{ id: string; account_id: string; role: string }>(
        `update elevations set state = 'refused' where approval_id = $1 and state = 'asked'
          returning id, account_id, role`,
        [approvalId],
      );
      if (!row) return { told: [] };
      const fact = { elevationId: row.id, accountId: row.account_id, role: row.role };
      return { told: [about('elevation', row.id, 'ElevationRefused', fact)] };
    });
  }
}

/** Nobody has to remember to give it back. */
@Injectable()
@OnDue(elevationEnd)
export class ElevationIsOver {
  constructor(private readonly commands: CommandBus) {}

  async due(elevationId: string): Promise<void> {
    await this.commands.execute(new EndElevation(elevationId, null));
  }
}
