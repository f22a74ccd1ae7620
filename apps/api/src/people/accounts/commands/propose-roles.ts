import type { ProposeRoles as Input } from '@wire/roles';
import { conflictIn, isStaffRole } from '@wire/duties';
import { reject } from '@kernel/reject';
import { Command, CommandBus, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { RequestApproval } from '../../../money/approvals';
import { ReadersOf } from '../queries/readers-of';

/** A superadmin proposes which staff roles an account has; somebody else has to want it too. */
export class ProposeRoles extends Command<{ approvalId: string }> {
  constructor(
    readonly accountId: string,
    readonly input: Input,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

@CommandHandler(ProposeRoles)
export class ProposeRolesHandler implements ICommandHandler<ProposeRoles> {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  async execute({ accountId, input, idempotencyKey }: ProposeRoles) {
    const people = await this.queries.execute(new ReadersOf([accountId]));
    const { roles: before } = people.get(accountId) ?? reject('accounts.not_found');
    const after = [...before.filter((role) => !isStaffRole(role)), ...new Set(input.roles)];
    const conflict = conflictIn(after);
    if (conflict) reject('accounts.roles_conflict', { ...conflict });
    const proposal = {
      action: 'role.grant',
      subject: `account-${accountId}`,
      payload: { accountId, roles: [...new Set(input.roles)] },
      beneficiaries: [accountId],
      reason: input.reason,
      makerPermission: 'grant Role',
      requiredPermission: 'approve Role',
      changes: [{ field: 'roles', before: before.join(', '), after: after.join(', ') }],
    } as const;
    return this.commands.execute(new RequestApproval(proposal, idempotencyKey));
  }
}
