import { RequestContext } from '@kernel/context';
import { about, Facts } from '@kernel/facts';
import { reject } from '@kernel/reject';
import type { ChangeOrganisation as Input, Limit } from '@wire/organisations';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { householdOf, isWorkspace, memberAt } from '../adapters/household-rows';
import { may } from '../domain/members';

export class ChangeOrganisation extends Command<void> {
  constructor(
    readonly organisationId: string,
    readonly input: Input,
  ) {
    super();
  }
}

/** All limits at once: what is not in the list is no limit any more. */
export class ChangeLimits extends Command<void> {
  constructor(
    readonly organisationId: string,
    readonly limits: readonly Limit[],
  ) {
    super();
  }
}

@CommandHandler(ChangeOrganisation)
export class ChangeOrganisationHandler implements ICommandHandler<ChangeOrganisation> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
  ) {}

  execute({ organisationId, input }: ChangeOrganisation): Promise<void> {
    const { name, seats, needsPurchaseOrder, needsCostCentre, requestsExpireDays } = input;
    const { id: by } = this.context.actor;
    return this.facts.commit(async (_, sql) => {
      may(await memberAt(sql, organisationId, by), 'settings');
      const { members, invited } = await householdOf(sql, organisationId);
      if (seats < members.length + invited) reject('organisations.no_seat', { seats });
      await sql.query(
        `update organisations set name = $2, seats = $3, needs_purchase_order = $4,
            needs_cost_centre = $5, requests_expire_days = coalesce($6, requests_expire_days)
          where id = $1`,
        [
          ...[organisationId, name, seats, needsPurchaseOrder, needsCostCentre],
          requestsExpireDays ?? null,
        ],
      );
      const fact = { organisationId, by };
      return { told: [about('organisation', organisationId, 'OrganisationChanged', fact)] };
    });
  }
}

@CommandHandler(ChangeLimits)
export class ChangeLimitsHandler implements ICommandHandler<ChangeLimits> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
  ) {}

  execute({ organisationId, limits }: ChangeLimits): Promise<void> {
    const { id: by } = this.context.actor;
    return this.facts.commit(async (_, sql) => {
      may(await memberAt(sql, organisationId, by), 'settings');
      await householdOf(sql, organisationId);
      for (const { workspaceId } of limits) await isWorkspace(sql, organisationId, workspaceId);
      await sql.query('delete from org_limits where organisation_id = $1', [organisationId]);
      for (const [place, limit] of limits.entries())
        await sql.query(
          `insert into org_limits (organisation_id, place, purpose, above, currency, approver, role,
              workspace_id) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
          [
            ...[organisationId, place, limit.purpose, limit.above.amountMinor],
            ...[limit.above.currency, limit.approver, limit.role, limit.workspaceId],
          ],
        );
      const fact = { organisationId, by };
      return { told: [about('organisation', organisationId, 'LimitsChanged', fact)] };
    });
  }
}
