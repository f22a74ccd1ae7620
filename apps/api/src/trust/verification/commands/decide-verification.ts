import type { DecideVerification as Input } from '@wire/verification';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { SubjectKeys } from '@kernel/subject-keys';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { RequestApproval } from '../../../money/approvals';
import { rowOf, type VerificationRow } from '../adapters/verification-rows';
import { mayDecide } from '../domain/outcome';
import { SettleVerification } from './settle-verification';

/** Compliance decides about papers. High risk is approved by two people. */
export class DecideVerification extends Command<{ approvalId: string | null }> {
  constructor(
    readonly verificationId: string,
    readonly input: Input,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

@CommandHandler(DecideVerification)
export class DecideVerificationHandler implements ICommandHandler<DecideVerification> {
  constructor(
    private readonly commands: CommandBus,
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly keys: SubjectKeys,
  ) {}

  async execute({ verificationId: id, input, idempotencyKey }: DecideVerification) {
    const row = await rowOf(this.database, id);
    mayDecide(row, input);
    const { decision, reasons, note, checklist } = input;
    const { id: by } = this.context.actor;
    await this.database.query('update verifications set note = $2, checklist = $3 where id = $1', [
      id,
      await this.keys.seal(row.accountId, note),
      checklist,
    ]);
    if (decision === 'approve' && row.risk === 'high')
      return this.propose(row, note, idempotencyKey);
    const settling = { decision, reasons, by, approvalId: null };
    await this.commands.execute(new SettleVerification(id, settling));
    return { approvalId: null };
  }

  private async propose({ id, accountId, tier }: VerificationRow, note: string, key: string) {
    const { id: by } = this.context.actor;
    const proposal = {
      action: 'verification.approve',
      subject: `identity-${accountId}`,
      payload: { verificationId: id, by },
      beneficiaries: [accountId],
      reason: note || tier,
      makerPermission: 'decide Verification',
      requiredPermission: 'decide Verification',
      changes: [{ field: 'tier', before: null, after: tier }],
    } as const;
    const asked = await this.commands.execute(new RequestApproval(proposal, key));
    await this.database.query(
      "update verifications set state = 'second_look', approval_id = $2 where id = $1",
      [id, asked.approvalId],
    );
    return asked;
  }
}
