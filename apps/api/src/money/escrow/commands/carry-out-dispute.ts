import type { Sql } from '@eventstore/record';
import { Clock } from '@kernel/clock';
import { Rejection } from '@kernel/reject';
import { OnDue, setTimer } from '@kernel/timers';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Outcome } from '../domain/dispute';
import { ExecuteDecision } from './execute-decision';

const kind = 'carry-out-dispute';
const againMs = 15 * 60_000;

/**
 * Moves the money of a dispute that is over. While compliance or the payer’s bank holds it, it is
 * tried again every quarter of an hour: a decision stands, it only waits.
 */
@Injectable()
@OnDue(kind)
export class CarryOutDispute {
  constructor(
    private readonly commands: CommandBus,
    private readonly clock: Clock,
  ) {}

  async now(sql: Sql, contractId: string, outcome: Outcome, attempt = 1): Promise<void> {
    try {
      await this.commands.execute(new ExecuteDecision(contractId, outcome));
    } catch (error) {
      if (!(error instanceof Rejection) || !waits.has(error.code)) throw error;
      const dueAt = new Date(this.clock.now().getTime() + againMs).toISOString();
      const key = `${outcome.disputeId}:${attempt}`;
      await setTimer(sql, { kind, key, dueAt, payload: { contractId, outcome } });
    }
  }

  async due(key: string, payload: Record<string, unknown>, sql: Sql): Promise<void> {
    const { contractId, outcome } = payload as { contractId: string; outcome: Outcome };
    await this.now(sql, contractId, outcome, Number(key.split(':')[1]) + 1);
  }
}

const waits = new Set<string>(['escrow.held', 'escrow.frozen_by_chargeback']);
