import type { ProposeErasure as Input } from '@wire/privacy';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import { Command, CommandBus, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { RequestApproval } from '../../../money/approvals';
import { ReadersOf } from '../../accounts';
import { erasable } from '../domain/erasure';
import { standingOf } from '../queries/standing';

/** Compliance proposes to erase somebody; a second person has to want it too. */
export class ProposeErasure extends Command<{ approvalId: string }> {
  constructor(
    readonly input: Input,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

@CommandHandler(ProposeErasure)
export class ProposeErasureHandler implements ICommandHandler<ProposeErasure> {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly database: Database,
  ) {}

  async execute({ input, idempotencyKey }: ProposeErasure): Promise<{ approvalId: string }> {
    const { accountId, reason } = input;
    const people = await this.queries.execute(new ReadersOf([accountId]));
    const { roles } = people.get(accountId) ?? reject('accounts.not_found');
    const { standing } = await standingOf(this.database, accountId, roles);
    erasable(standing);
    const proposal = {
      action: 'privacy.erase',
      subject: `account-${accountId}`,
      payload: { accountId },
      beneficiaries: [accountId],
      reason,
      makerPermission: 'request Privacy',
      requiredPermission: 'approve Privacy',
    } as const;
    return this.commands.execute(new RequestApproval(proposal, idempotencyKey));
  }
}
