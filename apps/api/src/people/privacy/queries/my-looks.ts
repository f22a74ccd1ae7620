import type { Look, findLooks, looks } from '@wire/own-privacy';
import { staffRoles } from '@wire/permissions';
import { instant } from '@wire/primitives';
import { RequestContext } from '@kernel/context';
import { keysAfter, pageOf } from '@kernel/paging';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import * as z from 'zod';
import { LooksAt, type LookAt } from '../../../trust/audit';
import { OpenCaseSince } from '../../../trust/screening';

const keys = z.tuple([instant, z.uuid()]);

const reasons: Readonly<Record<string, Look['reason']>> = {
  Account: 'account',
  Profile: 'account',
  Session: 'account',
  ApiKey: 'account',
  Role: 'account',
  Verification: 'identity',
  Wallet: 'money',
  Payout: 'money',
  Ledger: 'money',
  Hold: 'money',
  Chargeback: 'money',
  Refund: 'money',
  Contract: 'contract',
  Dispute: 'contract',
  Job: 'contract',
  Privacy: 'privacy',
  AuditExport: 'privacy',
};

/**
 * Who of the staff looked at my data? While somebody is looked into nothing newer than that is told;
 * it is told when that is over.
 */
export class MyLooks extends Query<z.infer<typeof looks>> {
  constructor(readonly filter: z.infer<typeof findLooks>) {
    super();
  }
}

@QueryHandler(MyLooks)
export class MyLooksHandler implements IQueryHandler<MyLooks> {
  constructor(
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
  ) {}

  async execute({ filter: { after, limit } }: MyLooks) {
    const { id: accountId } = this.context.actor;
    const before = await this.queries.execute(new OpenCaseSince(accountId));
    const asked = { before, after: keysAfter(after, keys) ?? null, limit: limit + 1 };
    const rows = await this.queries.execute(new LooksAt(accountId, asked));
    const found = pageOf(rows, limit, (last) => [last.at.toISOString(), last.id]);
    return { items: found.items.map(viewOf), next: found.next };
  }
}

const viewOf = ({ id, at, roles, action, subject }: LookAt): Look => ({
  id,
  at: at.toISOString(),
  role: staffRoles.find((role) => roles.includes(role)) ?? 'support',
  reason: reasons[subject] ?? 'other',
  asMe: action === 'view',
});
