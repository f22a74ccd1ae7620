import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import type { ContractOnboarding as Answer } from '@wire/onboarding';
import { abilityFor } from '@wire/permissions';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ContractParties } from '../../contracts';
import { progressed, shown, type Progressed } from './progress';

/** How far the onboarding of a contract is, for everybody who may see the contract. */
export class ContractOnboarding extends Query<Answer> {
  constructor(readonly contractId: string) {
    super();
  }
}

@QueryHandler(ContractOnboarding)
export class ContractOnboardingHandler implements IQueryHandler<ContractOnboarding> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: QueryBus,
  ) {}

  async execute({ contractId }: ContractOnboarding): Promise<Answer> {
    const { actor } = this.context;
    const parties = await this.queries.execute(new ContractParties(contractId));
    if (!parties) return reject('contracts.not_found');
    const { clientId, providerId, organisationId: orgId, workspaceId } = parties;
    const isColleague = abilityFor(actor).can('follow', { kind: 'Contract', orgId, workspaceId });
    if (actor.id !== clientId && actor.id !== providerId && !isColleague)
      return reject('contracts.not_found');
    const rows = await this.database.query<Progressed>(
      `${progressed} where o.id =
          (select onboarding_id from onboarding_contracts where contract_id = $2)`,
      [this.clock.now().toISOString(), contractId],
      'onboarding.of_contract',
    );
    const [onboarding = null] = await shown(this.queries, rows);
    return { onboarding };
  }
}
