import { RequestContext } from '@kernel/context';
import { money } from '@money';
import { Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  ChangeLimits,
  FoundOrganisation,
  InvitationOf,
  InviteMember,
  JoinOrganisation,
} from '../people/organisations';
import type { Someone } from './chronicle';

const above = money(5_000_000, 'INR');
const anybody = { role: null, workspaceId: null };

/** Two who hire together: one posts, the other agrees above fifty thousand rupees. */
@Injectable()
export class Partnership {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
  ) {}

  async begin(owner: Someone, approver: Someone, email: string): Promise<void> {
    const invitationId = await this.as(owner, async () => {
      const { id } = await this.commands.execute(new FoundOrganisation('Raman Clinics'));
      const limit = { purpose: 'job' as const, approver: 'finance' as const, above, ...anybody };
      await this.commands.execute(new ChangeLimits(id, [limit]));
      const input = { email, role: 'finance' as const, workspaceId: null };
      return (await this.commands.execute(new InviteMember(id, input))).id;
    });
    const invitation = await this.queries.execute(new InvitationOf(invitationId));
    await this.as(approver, () =>
      this.commands.execute(new JoinOrganisation(invitation?.token ?? '')),
    );
  }

  private as<Result>({ id, roles }: Someone, work: () => Promise<Result>): Promise<Result> {
    return this.context.run({ actor: { type: 'user', id, roles } }, work);
  }
}
