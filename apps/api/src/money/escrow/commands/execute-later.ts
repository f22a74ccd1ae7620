import { Clock } from '@kernel/clock';
import { Rejection } from '@kernel/reject';
import { OnDue, setTimer } from '@kernel/timers';
import type { Sql } from '@eventstore/record';
import { Injectable, Logger } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Outcome } from '../domain/dispute';
import { ExecuteDecision } from './execute-decision';

/** The kind of deadline at which a decision that could not be carried out is tried again. */
export const decisionWaits = 'decision-waits';

const againMs = 3_600_000;

/**
 * A decision about money that is held or was taken back waits for it, and keeps nobody else waiting:
 * it is tried again every hour until nothing stands in its way.
 */
@Injectable()
@OnDue(decisionWaits)
export class ExecuteLater {
  private readonly logger = new Logger(ExecuteLater.name);

  constructor(
    private readonly commands: CommandBus,
    private readonly clock: Clock,
  ) {}

  async attempt(sql: Sql, contractId: string, outcome: Outcome, turn = 0): Promise<void> {
    try {
      await this.commands.execute(new ExecuteDecision(contractId, outcome));
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      const { disputeId } = outcome;
      this.logger.warn(`the decision of dispute ${disputeId} waits: ${error.code}`);
      await setTimer(sql, {
        kind: decisionWaits,
        key: `${disputeId}:${String(turn + 1)}`,
        dueAt: new Date(this.clock.now().getTime() + againMs).toISOString(),
        payload: { contractId, outcome },
      });
    }
  }

  due(key: string, payload: Record<string, unknown>, sql: Sql): Promise<void> {
    const { contractId, outcome } = payload as { contractId: string; outcome: Outcome };
    return this.attempt(sql, contractId, outcome, Number(key.split(':')[1]));
  }
}
