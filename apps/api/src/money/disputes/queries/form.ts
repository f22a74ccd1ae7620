import type { DisputeForm } from '@wire/disputes';
import { disputeCategory } from '@wire/disputes';
import { RequestContext } from '@kernel/context';
import { reject } from '@kernel/reject';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ContractPage } from '../../../market/contracts';
import { DisputableOf } from '../../escrow';
import { disputePolicy } from '../domain/policy';

/** What a side of this contract could dispute now, and the clocks that would run. */
export class FormFor extends Query<DisputeForm> {
  constructor(readonly contractId: string) {
    super();
  }
}

@QueryHandler(FormFor)
export class FormForHandler implements IQueryHandler<FormFor> {
  constructor(
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
  ) {}

  async execute({ contractId }: FormFor): Promise<DisputeForm> {
    const { id: by } = this.context.actor;
    const found = await this.queries.execute(new DisputableOf(contractId));
    if (!found || (by !== found.clientId && by !== found.providerId))
      return reject('contracts.not_found');
    const page = await this.queries.execute(new ContractPage(contractId));
    const titles = new Map(page.milestones.map(({ id, title }) => [id, title]));
    const { reference, version, ...clocks } = disputePolicy;
    return {
      ...{ contractId, contractTitle: page.title },
      myRole: by === found.clientId ? 'client' : 'provider',
      milestones: found.milestones.map((one) => ({ ...one, title: titles.get(one.id) ?? '' })),
      categories: [...disputeCategory.options],
      policy: { reference, version },
      clocks,
    };
  }
}
