import { Policy, type On } from '@kernel/consumers';
import { setTimer } from '@kernel/timers';
import { Injectable } from '@nestjs/common';
import { gatewayLimit as kind } from '../commands/warn-of-limit';
import { contractOf, type EscrowEvent } from '../domain/escrow.events';

const gateway = 'razorpay';
const dayMs = 86_400_000;

/** A gateway holds money only so long; the newest version of its rule counts. */
@Injectable()
@Policy('warn-when-limit-nears')
export class WarnWhenLimitNears {
  readonly on: On<EscrowEvent> = {
    EscrowFunded: async ({ milestoneId }, { stream, metadata }, sql) => {
      const [rule] = await sql.query<{ max_days: number; warn_days: number }>(
        `select max_days, warn_days from gateway_limits where gateway = $1
          order by version desc limit 1`,
        [gateway],
      );
      if (!rule) return;
      const until = Date.parse(metadata.at) + rule.max_days * dayMs;
      await setTimer(sql, {
        kind,
        key: `${contractOf(stream)}:${milestoneId}`,
        dueAt: new Date(until - rule.warn_days * dayMs).toISOString(),
        payload: { gateway, maxHoldUntil: new Date(until).toISOString() },
      });
    },
  };
}
