import type { Sql } from '@eventstore/record';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, Facts, type Told } from '@kernel/facts';
import type { DecideSpending as Input } from '@wire/organisations';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { membersOf, memberAt } from '../adapters/household-rows';
import { spendingOf, type SpendingRow } from '../adapters/spending-rows';
import { approversOf, decide, type Decision } from '../domain/spending';

/** A member says yes or no to what another one wants to spend, or the requester takes it back. */
export class DecideSpending extends Command<void> {
  constructor(
    readonly organisationId: string,
    readonly approvalId: string,
    readonly input: Input,
  ) {
    super();
  }
}

@CommandHandler(DecideSpending)
export class DecideSpendingHandler implements ICommandHandler<DecideSpending> {
  constructor(
    private readonly facts: Facts,
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {}

  execute({ organisationId, approvalId, input }: DecideSpending): Promise<void> {
    const { id: by } = this.context.actor;
    return this.facts.commit(async (_, sql) => {
      const member = await memberAt(sql, organisationId, by);
      const spending = await spendingOf(sql, organisationId, approvalId);
      const state = decide(spending, member, input.decision);
      const decision = { by, ...input, at: this.clock.now().toISOString() };
      const decisions: Decision[] = [...spending.decisions, decision];
      await sql.query('update org_spendings set state = $2, decisions = $3 where id = $1', [
        ...[approvalId, state, JSON.stringify(decisions)],
      ]);
      return { told: [await told(sql, { ...spending, state, decisions }, by)] };
    });
  }
}

type Decided = SpendingRow & { readonly state: ReturnType<typeof decide> };

const names: Record<Exclude<Decided['state'], 'open'>, string> = {
  granted: 'SpendingGranted',
  rejected: 'SpendingRejected',
  cancelled: 'SpendingRejected',
};

/** What came of it; where it is not over, the next in the chain are asked. */
async function told(sql: Sql, spending: Decided, by: string): Promise<Told> {
  const { id: approvalId, organisationId, requesterId, purpose, jobId, amount, state } = spending;
  const fact = { organisationId, approvalId, requesterId, purpose, jobId, amount };
  if (state !== 'open') return about('organisation', organisationId, names[state], { ...fact, by });
  const approver = spending.chain[spending.decisions.length] ?? 'owner';
  const members = (await membersOf(sql, organisationId)).filter(
    ({ accountId }) => !spending.decisions.some((one) => one.by === accountId),
  );
  const approverIds = approversOf(members, approver, requesterId);
  const asked = { ...fact, approver, approverIds };
  return about('organisation', organisationId, 'SpendingAsked', asked);
}
