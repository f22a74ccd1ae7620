import type { Sql } from '@eventstore/record';
import type { DecideVerification, RejectionReason } from '@wire/verification';
import { Clock } from '@kernel/clock';
import { Database } from '@kernel/database';
import { about, Facts, type Told } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { setTimer } from '@kernel/timers';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { rowOf, type VerificationRow } from '../adapters/verification-rows';
import { holdsMs, remindDays } from '../domain/outcome';
import { expiry } from '../domain/deadlines';

interface Settling {
  readonly decision: DecideVerification['decision'];
  readonly reasons: readonly RejectionReason[];
  /** Null: no person had to look. */
  readonly by: string | null;
  readonly approvalId: string | null;
}

/** The decision holds. Runs once, whoever came to it. */
export class SettleVerification extends Command<void> {
  constructor(
    readonly verificationId: string,
    readonly settling: Settling,
  ) {
    super();
  }
}

const states = { approve: 'approved', reject: 'rejected', need_info: 'need_info' } as const;
const dayMs = 86_400_000;

@CommandHandler(SettleVerification)
export class SettleVerificationHandler implements ICommandHandler<SettleVerification> {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  async execute({ verificationId, settling }: SettleVerification): Promise<void> {
    const row = await rowOf(this.database, verificationId);
    const { decision, reasons, by, approvalId } = settling;
    const now = this.clock.now();
    const expiresAt =
      decision === 'approve' ? new Date(now.getTime() + holdsMs).toISOString() : null;
    await this.facts.commit(async (_, sql) => {
      const rows = await sql.query(
        `update verifications set state = $2, reasons = $3, decided_by = $4, decided_at = $5,
            approval_id = $6, expires_at = $7
          where id = $1 and state in ('checking', 'review', 'second_look') returning 1`,
        [row.id, states[decision], reasons, by, now.toISOString(), approvalId, expiresAt],
      );
      if (rows.length === 0) return reject('verification.not_in_review');
      if (expiresAt) await remind(sql, row.id, expiresAt);
      return { told: [factOf(row, settling, expiresAt)] };
    });
  }
}

function factOf(
  row: VerificationRow,
  { decision, reasons, by }: Settling,
  expiresAt: string | null,
): Told {
  const { id: verificationId, accountId, tier } = row;
  const ids = { verificationId, accountId, tier };
  if (expiresAt) return about('identity', accountId, 'IdentityApproved', { ...ids, expiresAt, by });
  const type = decision === 'reject' ? 'IdentityRejected' : 'IdentityInfoAsked';
  return about('identity', accountId, type, { ...ids, reasons, by });
}

async function remind(sql: Sql, id: string, expiresAt: string): Promise<void> {
  for (const days of [...remindDays, 0]) {
    const dueAt = new Date(Date.parse(expiresAt) - days * dayMs).toISOString();
    await setTimer(sql, { kind: expiry, key: `${id}:${String(days)}`, dueAt });
  }
}
