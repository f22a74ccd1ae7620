import { Database } from '@kernel/database';
import { about, Facts } from '@kernel/facts';
import { SubjectKeys } from '@kernel/subject-keys';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Finding } from '../adapters/identity-provider';
import { opened, rowOf } from '../adapters/verification-rows';
import { passesAlone, riskOf } from '../domain/outcome';
import { SettleVerification } from './settle-verification';

/** What the provider found goes to people, or passes where nothing is left to look at. */
export class TakeFinding extends Command<void> {
  constructor(
    readonly verificationId: string,
    readonly finding: Finding,
  ) {
    super();
  }
}

@CommandHandler(TakeFinding)
export class TakeFindingHandler implements ICommandHandler<TakeFinding> {
  constructor(
    private readonly facts: Facts,
    private readonly database: Database,
    private readonly commands: CommandBus,
    private readonly keys: SubjectKeys,
  ) {}

  async execute({ verificationId: id, finding }: TakeFinding): Promise<void> {
    const row = await rowOf(this.database, id);
    const { accountId, tier } = row;
    const { outcome, extracted } = finding;
    const sealed = extracted ? await this.keys.seal(accountId, JSON.stringify(extracted)) : '';
    const { stated } = await opened(this.keys, row);
    const alone = passesAlone(tier, outcome, stated, extracted);
    // What passes alone is never seen waiting for people; a repeated word finds it as it was.
    const next = alone ? 'checking' : 'review';
    const isFirst = await this.facts.commit<boolean>(async (_, sql) => {
      const rows = await sql.query(
        `update verifications set outcome = $2, extracted = $3, risk = $4, state = $5
          where id = $1 and state = 'checking' returning 1`,
        [id, outcome, sealed, riskOf(tier, outcome), next],
      );
      if (rows.length === 0) return { told: [], answer: false };
      const fact = { verificationId: id, accountId, tier, outcome };
      return { told: [about('identity', accountId, 'IdentityRead', fact)], answer: true };
    });
    if (isFirst && alone)
      await this.commands.execute(
        new SettleVerification(id, {
          decision: 'approve',
          reasons: [],
          by: null,
          approvalId: null,
        }),
      );
  }
}
