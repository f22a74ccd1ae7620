import type { askElevation, elevationAsked } from '@wire/access';
import { conflictIn } from '@wire/duties';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { derivedId } from '@kernel/derived-id';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { SubjectKeys } from '@kernel/subject-keys';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type * as z from 'zod';
import { RequestApproval } from '../../../money/approvals';

type Asked = z.infer<typeof elevationAsked>;

/** The name under which elevations are agreed to. */
export const elevationAction = 'role.lend';
export const elevationMinutes = 60;

/** One more role for an hour, when somebody else agrees. Rejects accounts.roles_conflict. */
export class AskElevation extends Command<Asked> {
  constructor(
    readonly input: z.infer<typeof askElevation>,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

@CommandHandler(AskElevation)
export class AskElevationHandler implements ICommandHandler<AskElevation> {
  constructor(
    private readonly facts: Facts,
    private readonly commands: CommandBus,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly keys: SubjectKeys,
  ) {}

  async execute({ input: { role, reason }, idempotencyKey }: AskElevation): Promise<Asked> {
    const { id: accountId, roles } = this.context.actor;
    if (roles.includes(role)) reject('access.role_held');
    const conflict = conflictIn([...roles, role]);
    if (conflict) reject('accounts.roles_conflict', { ...conflict });
    const id = derivedId('elevation', accountId, idempotencyKey);
    const { approvalId } = await this.commands.execute(
      new RequestApproval(
        {
          action: elevationAction,
          subject: `elevation-${id}`,
          payload: { elevationId: id, accountId, role, minutes: elevationMinutes },
          beneficiaries: [],
          reason,
          makerPermission: 'elevate Role',
          requiredPermission: 'approve Role',
          changes: [
            { field: 'roles', before: roles.join(', '), after: [...roles, role].join(', ') },
          ],
        },
        idempotencyKey,
      ),
    );
    const sealed = await this.keys.seal(accountId, reason);
    await this.facts.commit(async (_, sql) => {
      const rows = await sql.query(
        `insert into elevations (id, account_id, role, kind, state, reason, approval_id, asked_at)
          values ($1, $2, $3, 'elevation', 'asked', $4, $5, $6) on conflict do nothing returning 1`,
        [id, accountId, role, sealed, approvalId, this.clock.now().toISOString()],
      );
      const fact = { elevationId: id, accountId, role, approvalId };
      return { told: rows.length > 0 ? [about('elevation', id, 'ElevationAsked', fact)] : [] };
    });
    return { id, approvalId };
  }
}
