import type { Tier } from '@wire/verification';
import { Clock } from '@kernel/clock';
import { about, Facts } from '@kernel/facts';
import { SubjectKeys } from '@kernel/subject-keys';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import type { Stated } from '../adapters/verification-rows';
import { holdsMs } from '../domain/outcome';

/** Somebody who was verified before they came here, with the rest of their history. */
export class ConfirmIdentity extends Command<void> {
  constructor(
    readonly accountId: string,
    readonly stated: Stated,
    readonly tier: Extract<Tier, 'T2' | 'T3'> = 'T2',
  ) {
    super();
  }
}

@CommandHandler(ConfirmIdentity)
export class ConfirmIdentityHandler implements ICommandHandler<ConfirmIdentity> {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
    private readonly keys: SubjectKeys,
  ) {}

  async execute({ accountId, stated, tier }: ConfirmIdentity): Promise<void> {
    const now = this.clock.now();
    const id = randomUUIDv7();
    const expiresAt = new Date(now.getTime() + holdsMs).toISOString();
    const sealed = await this.keys.seal(accountId, JSON.stringify(stated));
    await this.facts.commit(async (_, sql) => {
      await sql.query(
        `insert into verifications (id, account_id, tier, state, stated, outcome, submitted_at,
            due_at, decided_at, expires_at)
          values ($1, $2, $3, 'approved', $4, 'clear', $5, $5, $5, $6)`,
        [id, accountId, tier, sealed, now.toISOString(), expiresAt],
      );
      const fact = { verificationId: id, accountId, tier, expiresAt, by: null };
      return { told: [about('identity', accountId, 'IdentityApproved', fact)] };
    });
  }
}
