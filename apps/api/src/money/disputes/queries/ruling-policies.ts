import type { rulingPolicies } from '@wire/dispute-console';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type * as z from 'zod';
import { disputePolicy } from '../domain/policy';

export type Policies = z.infer<typeof rulingPolicies>;

/** The rules that a ruling may cite, in the version that is in force. */
export class RulingPolicies extends Query<Policies> {}

@QueryHandler(RulingPolicies)
export class RulingPoliciesHandler implements IQueryHandler<RulingPolicies> {
  execute(): Promise<Policies> {
    const { version, rules } = disputePolicy;
    return Promise.resolve({ version, items: rules.map((rule) => ({ ...rule })) });
  }
}
