import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import type { Sql } from '@eventstore/record';
import { Command, CommandBus, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { SuspendedAmong } from '../../../people/accounts';
import { CardsOf } from '../../../people/profiles';
import { GrantFiles } from '../../../platform/files';
import { invitedTo, noteInvited, proposersTo } from '../adapters/invitation-rows';
import { lockedJob } from '../adapters/locked-job';
import { isHeldBack } from '../domain/confidentiality';
import { invite, type Invitee, type NotInvited } from '../domain/invitees';
import { isUnlisted } from '../domain/job';

export interface Invited {
  readonly invited: readonly string[];
  readonly skipped: readonly { readonly id: string; readonly why: NotInvited }[];
}

/** The client asks these providers to propose; who cannot be asked is told with the reason. */
export class InviteProviders extends Command<Invited> {
  constructor(
    readonly jobId: string,
    readonly providerIds: readonly string[],
  ) {
    super();
  }
}

@CommandHandler(InviteProviders)
export class InviteProvidersHandler implements ICommandHandler<InviteProviders> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  execute({ jobId, providerIds }: InviteProviders): Promise<Invited> {
    const { id: clientId } = this.context.actor;
    return this.facts.commit<Invited>(async (em, sql) => {
      const job = await lockedJob(em, jobId);
      const asked = await invitedTo(sql, jobId);
      const invitees = await this.invitees(sql, jobId, { providerIds, asked });
      const answer = invite(job, clientId, invitees, asked.size);
      await noteInvited(sql, jobId, answer.invited, this.clock.now());
      // Of a public job the attachments are everybody's already; those held back open by a signature.
      if (isUnlisted(job.content) && !isHeldBack(job.content))
        for (const providerId of answer.invited)
          await this.commands.execute(new GrantFiles(job.content.attachments, providerId, sql));
      const told = answer.invited.map((providerId) =>
        about('job', jobId, 'ProviderInvited', { jobId, clientId, providerId }),
      );
      return { told, answer };
    });
  }

  private async invitees(
    sql: Sql,
    jobId: string,
    { providerIds, asked }: { providerIds: readonly string[]; asked: ReadonlySet<string> },
  ): Promise<Invitee[]> {
    const wanted = [...new Set(providerIds)];
    const cards = await this.queries.execute(new CardsOf(wanted));
    const suspended = await this.queries.execute(new SuspendedAmong(wanted));
    const proposers = await proposersTo(sql, jobId);
    return wanted.map((id) => ({
      id,
      isProvider: cards.get(id)?.roles.includes('provider') ?? false,
      isSuspended: suspended.has(id),
      isInvited: asked.has(id),
      hasProposed: proposers.has(id),
    }));
  }
}
