import type { SubmitVerification as Input } from '@wire/verification';
import type { Sql } from '@eventstore/record';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { Jobs } from '@kernel/jobs';
import { reject } from '@kernel/reject';
import { SubjectKeys } from '@kernel/subject-keys';
import { setTimer } from '@kernel/timers';
import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { DescribeFiles } from '../../../platform/files';
import { dueMs, riskOf } from '../domain/outcome';
import { TierOf } from '../queries/tier-of';
import { overdue } from '../domain/deadlines';

/** Somebody sends papers. One at a time; the provider is asked outside of this request. */
export class SubmitVerification extends Command<{ id: string }> {
  constructor(readonly input: Input) {
    super();
  }
}

@CommandHandler(SubmitVerification)
export class SubmitVerificationHandler implements ICommandHandler<SubmitVerification> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: QueryBus,
    private readonly keys: SubjectKeys,
    private readonly jobs: Jobs,
  ) {}

  async execute({ input }: SubmitVerification): Promise<{ id: string }> {
    const { id: accountId } = this.context.actor;
    if ((await this.queries.execute(new TierOf(accountId))) === 'T0')
      reject('verification.phone_first');
    const { tier, documentFileId, selfieFileId, ...stated } = input;
    const files = [documentFileId, selfieFileId];
    const known = await this.queries.execute(new DescribeFiles(files));
    if (known.size < 2) reject('files.not_found');
    const sealed = await this.keys.seal(accountId, JSON.stringify(stated));
    return this.facts.commit(async (_, sql) => {
      const id = randomUUIDv7();
      await this.add(sql, { id, accountId, tier, files, sealed });
      await this.jobs.add(sql, 'identity', 'check', { verificationId: id }, { id });
      const told = [
        about('identity', accountId, 'IdentitySubmitted', { verificationId: id, accountId, tier }),
      ];
      return { told, answer: { id } };
    });
  }

  private async add(sql: Sql, { id, accountId, tier, files, sealed }: Adding): Promise<void> {
    const now = this.clock.now();
    const dueAt = new Date(now.getTime() + dueMs[tier]).toISOString();
    const rows = await sql.query(
      `insert into verifications (id, account_id, tier, state, risk, files, stated, submitted_at,
          due_at) values ($1, $2, $3, 'checking', $4, $5, $6, $7, $8)
        on conflict (account_id) where state in ('checking', 'review', 'second_look')
        do nothing returning 1`,
      [...[id, accountId, tier, riskOf(tier, null), files, sealed], ...[now.toISOString(), dueAt]],
    );
    if (rows.length === 0) reject('verification.already_under_way');
    await setTimer(sql, { kind: overdue, key: id, dueAt });
  }
}

interface Adding {
  readonly id: string;
  readonly accountId: string;
  readonly tier: Input['tier'];
  readonly files: readonly string[];
  readonly sealed: string;
}
