import type { Sql } from '@eventstore/record';
import { Clock } from '@kernel/clock';
import { Rejection } from '@kernel/reject';
import { hastenTimers, OnDue, setTimer } from '@kernel/timers';
import { Streams } from '@kernel/streams';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Outcome } from '../domain/dispute';
import { escrow } from '../domain/escrow';
import { ExecuteDecision } from './execute-decision';

const kind = 'carry-out-dispute';
const againMs = 24 * 60 * 60_000;

/**
 * Moves the money of a dispute that is over. While compliance or the payer’s bank holds it, a decision
 * stands and only waits: it is tried again as soon as somebody lets go, and once a day besides.
 */
@Injectable()
@OnDue(kind)
export class CarryOutDispute {
  constructor(
    private readonly commands: CommandBus,
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  async now(sql: Sql, contractId: string, outcome: Outcome): Promise<void> {
    try {
      await this.commands.execute(new ExecuteDecision(contractId, outcome));
    } catch (error) {
      if (!(error instanceof Rejection) || !waits.has(error.code)) throw error;
      const dueAt = new Date(this.clock.now().getTime() + againMs).toISOString();
      await setTimer(sql, {
        ...{ kind, key: outcome.disputeId, dueAt },
        payload: { contractId, outcome },
      });
    }
  }

  async due(_: string, payload: Record<string, unknown>, sql: Sql): Promise<void> {
    const { contractId, outcome } = payload as { contractId: string; outcome: Outcome };
    await this.now(sql, contractId, outcome);
  }

  /** Something that held money of this contract is gone: what waits for it is tried at once. */
  async again(sql: Sql, contractId: string): Promise<void> {
    const state = await this.streams.read(escrow, contractId);
    if (state.status === 'none') return;
    const disputes = state.milestones.flatMap(({ frozen }) => frozen?.disputeId ?? []);
    await hastenTimers(sql, kind, disputes, this.clock.now());
  }
}

const waits = new Set<string>(['escrow.held', 'escrow.frozen_by_chargeback']);
