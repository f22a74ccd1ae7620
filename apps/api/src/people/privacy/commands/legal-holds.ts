import type { PlaceHold as Input } from '@wire/privacy';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { SubjectKeys } from '@kernel/subject-keys';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { ReadersOf } from '../../accounts';

/** Compliance says that somebody's data has to stay. One person is enough. */
export class PlaceLegalHold extends Command<{ id: string }> {
  constructor(readonly input: Input) {
    super();
  }
}

/** It need not stay any longer. */
export class LiftLegalHold extends Command<void> {
  constructor(readonly holdId: string) {
    super();
  }
}

@CommandHandler(PlaceLegalHold)
export class PlaceLegalHoldHandler implements ICommandHandler<PlaceLegalHold> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: QueryBus,
    private readonly keys: SubjectKeys,
  ) {}

  async execute({ input: { accountId, reason, note } }: PlaceLegalHold): Promise<{ id: string }> {
    const people = await this.queries.execute(new ReadersOf([accountId]));
    if (!people.has(accountId)) reject('accounts.not_found');
    const { id: by } = this.context.actor;
    const holdId = randomUUIDv7();
    const sealed = await this.keys.seal(accountId, note);
    return this.facts.commit(async (_, sql) => {
      await sql.query(
        `insert into legal_holds (id, account_id, reason, note, placed_by, placed_at)
          values ($1, $2, $3, $4, $5, $6)`,
        [holdId, accountId, reason, sealed, by, this.clock.now().toISOString()],
      );
      const fact = { holdId, accountId, reason, by };
      const told = [about('erasure', accountId, 'LegalHoldPlaced', fact)];
      return { told, answer: { id: holdId } };
    });
  }
}

@CommandHandler(LiftLegalHold)
export class LiftLegalHoldHandler implements ICommandHandler<LiftLegalHold> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {}

  async execute({ holdId }: LiftLegalHold): Promise<void> {
    const { id: by } = this.context.actor;
    await this.facts.commit(async (_, sql) => {
      const [row] = await sql.query<{ account_id: string }>(
        `update legal_holds set lifted_by = $2, lifted_at = $3
          where id = $1 and lifted_at is null returning account_id`,
        [holdId, by, this.clock.now().toISOString()],
      );
      if (!row) return reject('privacy.no_such_hold');
      const fact = { holdId, accountId: row.account_id, by };
      return { told: [about('erasure', row.account_id, 'LegalHoldLifted', fact)] };
    });
  }
}
