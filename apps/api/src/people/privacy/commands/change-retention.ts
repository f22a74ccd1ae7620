import type { ProposeRetention as Input } from '@wire/retention';
import { Clock } from '@kernel/clock';
import { Database } from '@kernel/database';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { RequestApproval } from '../../../money/approvals';
import { rulesNow } from '../queries/retention';

export const retentionAction = 'privacy.retention';

/** Somebody of compliance wants to keep something for another time; a second person has to agree. */
export class ProposeRetention extends Command<{ approvalId: string }> {
  constructor(
    readonly input: Input,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

/** Two people agreed: from the next night on it is kept for so long. Said twice is done once. */
export class ChangeRetention extends Command<void> {
  constructor(
    readonly kind: string,
    readonly years: number,
    readonly approvalId: string,
  ) {
    super();
  }
}

@CommandHandler(ProposeRetention)
export class ProposeRetentionHandler implements ICommandHandler<ProposeRetention> {
  constructor(
    private readonly commands: CommandBus,
    private readonly database: Database,
  ) {}

  async execute({ input, idempotencyKey }: ProposeRetention): Promise<{ approvalId: string }> {
    const { kind, years, reason } = input;
    const known = (await rulesNow(this.database)).some((rule) => rule.kind === kind);
    if (!known) reject('privacy.no_such_rule');
    const proposal = {
      action: retentionAction,
      subject: `retention-${kind}`,
      payload: { kind, years },
      beneficiaries: [],
      reason,
      makerPermission: 'request Privacy',
      requiredPermission: 'approve Privacy',
    } as const;
    return this.commands.execute(new RequestApproval(proposal, idempotencyKey));
  }
}

@CommandHandler(ChangeRetention)
export class ChangeRetentionHandler implements ICommandHandler<ChangeRetention> {
  constructor(
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  async execute({ kind, years, approvalId }: ChangeRetention): Promise<void> {
    await this.facts.commit(async (_, sql) => {
      await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`retain ${kind}`]);
      const [row] = await sql.query<{ version: number }>(
        `insert into retention_rules (kind, version, years, basis, action, approval_id, at)
          select kind, version + 1, $2, basis, action, $3::uuid, $4 from retention_rules
            where kind = $1 and not exists (select from retention_rules where approval_id = $3::uuid)
            order by version desc limit 1
          returning version`,
        [kind, years, approvalId, this.clock.now().toISOString()],
      );
      if (!row) return { told: [] };
      const fact = { kind, years, version: row.version, approvalId };
      return { told: [about('retention', kind, 'RetentionChanged', fact)] };
    });
  }
}
