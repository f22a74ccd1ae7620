import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import { Streams } from '@kernel/streams';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { RequestApproval } from '../../approvals';
import { escrow, opened } from '../domain/escrow';
import { heldBy } from '../domain/hold';

/** One of compliance proposes to lift a hold; another one has to agree. */
export class ProposeLift extends Command<{ approvalId: string }> {
  constructor(
    readonly holdId: string,
    readonly reason: string,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

@CommandHandler(ProposeLift)
export class ProposeLiftHandler implements ICommandHandler<ProposeLift> {
  constructor(
    private readonly streams: Streams,
    private readonly database: Database,
    private readonly commands: CommandBus,
  ) {}

  async execute({ holdId, reason, idempotencyKey }: ProposeLift): Promise<{ approvalId: string }> {
    const [row] = await this.database.query<{ contract_id: string; reason: string }>(
      'select contract_id, reason from escrow_holds where id = $1',
      [holdId],
    );
    const { contract_id: contractId, reason: heldFor } = row ?? reject('escrow.not_held');
    const open = opened(await this.streams.read(escrow, contractId));
    const held = heldBy(open, holdId);
    if (held.length === 0) reject('escrow.not_held');
    const proposal = {
      action: 'hold.lift',
      subject: `escrow-${contractId}`,
      payload: { contractId, holdId },
      beneficiaries: [open.clientId, open.providerId],
      reason,
      makerPermission: 'lift Hold',
      requiredPermission: 'lift Hold',
      changes: [
        { field: 'hold', before: heldFor, after: null },
        { field: 'milestones', before: String(held.length), after: '0' },
      ],
    } as const;
    return this.commands.execute(new RequestApproval(proposal, idempotencyKey));
  }
}
