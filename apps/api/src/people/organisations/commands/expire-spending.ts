import type { Sql } from '@eventstore/record';
import { about, Facts } from '@kernel/facts';
import { OnDue } from '@kernel/timers';
import { Injectable } from '@nestjs/common';
import { membersOf } from '../adapters/household-rows';
import { openSpending } from '../adapters/spending-rows';
import { mayApprove, nextApprover } from '../domain/spending';

/** The kind of deadline at which a request that nobody decided is over. */
export const spendingExpiry = 'org-spending-expiry';

/** Nobody decided in time: it is over, and both who asked and who was asked are told. */
@Injectable()
@OnDue(spendingExpiry)
export class ExpireSpending {
  constructor(private readonly facts: Facts) {}

  async due(approvalId: string): Promise<void> {
    await this.facts.commit(async (_, sql) => {
      const spending = await openSpending(sql, approvalId);
      if (!spending) return { told: [] };
      await sql.query("update org_spendings set state = 'expired' where id = $1", [approvalId]);
      const { organisationId, requesterId, purpose, jobId, amount } = spending;
      const fact = { organisationId, approvalId, requesterId, purpose, jobId, amount };
      const approverIds = await this.asked(sql, spending);
      const told = { ...fact, approverIds };
      return { told: [about('organisation', organisationId, 'SpendingExpired', told)] };
    });
  }

  /** Those who could have decided, as the organisation is now. */
  private async asked(
    sql: Sql,
    spending: NonNullable<Awaited<ReturnType<typeof openSpending>>>,
  ): Promise<string[]> {
    const next = nextApprover(spending);
    const members = await membersOf(sql, spending.organisationId);
    const could = members.filter((one) => next && mayApprove(one, next, spending.requesterId));
    const named = could.filter(({ role }) => role === next);
    return (named.length > 0 ? named : could).map(({ accountId }) => accountId);
  }
}
