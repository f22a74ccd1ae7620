import type { Sql } from '@eventstore/record';
import { OnDue } from '@kernel/timers';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { EscrowParties } from '../../../money/escrow';
import { links } from '../domain/links';
import { MailLog } from './mail-log';

/** The kind of deadline at which a reviewer is reminded. */
export const reminder = 'review-reminder';

/** Reminds the client of a delivery, before the money is released by itself. */
@Injectable()
@OnDue(reminder)
export class RemindReviewer {
  constructor(
    private readonly queries: QueryBus,
    private readonly log: MailLog,
  ) {}

  async due(key: string, { deadline }: Record<string, unknown>, sql: Sql): Promise<void> {
    const [contractId = '', milestoneId = ''] = key.split(':');
    const sides = await this.queries.execute(new EscrowParties(contractId));
    if (!sides) return;
    const about = { contractId, other: sides.providerId, deadline: String(deadline) };
    const link = links.review(contractId, milestoneId);
    const notice = { kind: 'review_reminder', to: sides.clientId, link, about } as const;
    await this.log.enqueue(sql, `${key}:${String(deadline)}`, [notice]);
  }
}
