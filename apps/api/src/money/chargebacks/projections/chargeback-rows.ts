import type { Recorded, Sql } from '@eventstore/record';
import { Projection, type On } from '@kernel/consumers';
import { Wakeups } from '@kernel/wakeups';
import { Injectable } from '@nestjs/common';
import type { ChargebackEvent } from '../domain/chargebacks.events';

type Told = Recorded<string, { chargebackId: string }>;

/** Answers: which payments did banks take back, until when do we answer, who bears it? */
@Injectable()
@Projection('chargeback-rows')
export class ChargebackRows {
  constructor(private readonly wakeups: Wakeups) {}

  readonly on: On<ChargebackEvent> = {
    ChargebackReceived: async (data, event, sql) => {
      const { chargebackId, gatewayDisputeId, depositId, clientId, amount, phase } = data;
      await sql.query(
        `insert into chargebacks (id, gateway_dispute_id, deposit_id, client_id, contract_id,
            milestone_id, amount, currency, phase, state, reason_code, received_at, respond_by, steps)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
        [
          chargebackId,
          gatewayDisputeId,
          depositId,
          clientId,
          data.contractId,
          data.milestoneId,
          amount.amountMinor,
          amount.currency,
          phase,
          phase === 'chargeback' ? 'opened' : phase,
          data.reasonCode,
          event.metadata.at,
          data.respondBy,
          step(event),
        ],
      );
      this.wakeups.tell('changed', 'chargebacks');
    },
    ChargebackPhaseEntered: ({ phase, respondBy }, event, sql) => {
      const state = phase === 'chargeback' ? 'opened' : phase;
      const set = `phase = $3, state = $4, outcome = null, respond_by = $5, answered = false, alarms = '{}'`;
      return this.change(sql, event, set, phase, state, respondBy);
    },
    ChargebackEvidenceDue: (_, event, sql) =>
      this.change(
        sql,
        event,
        `state = case when phase = 'chargeback' then 'evidence_due' else state end`,
      ),
    ChargebackEvidenceSubmitted: (_, event, sql) => this.change(sql, event, 'answered = true'),
    ChargebackUnderReview: (_, event, sql) =>
      this.change(
        sql,
        event,
        `state = case when outcome is null then 'under_review' else state end`,
      ),
    ChargebackAlarmRaised: ({ share }, event, sql) =>
      this.change(sql, event, 'alarms = alarms || $3::int', share),
    ChargebackFundsTaken: ({ parts, providerId }, event, sql) =>
      this.change(sql, event, 'taken = $3, provider_id = $4', JSON.stringify(parts), providerId),
    ChargebackFundsRestored: (_, event, sql) => this.change(sql, event, 'taken = null'),
    ChargebackWon: (_, event, sql) => this.change(sql, event, `outcome = 'won', state = 'won'`),
    ChargebackLost: (_, event, sql) => this.change(sql, event, `outcome = 'lost', state = 'lost'`),
    ChargebackClosed: (_, event, sql) => this.change(sql, event, `state = 'closed'`),
  };

  private async change(sql: Sql, event: Told, set: string, ...values: unknown[]): Promise<void> {
    await sql.query(`update chargebacks set steps = steps || $2::jsonb, ${set} where id = $1`, [
      event.data.chargebackId,
      step(event),
      ...values,
    ]);
    this.wakeups.tell('changed', 'chargebacks');
  }
}

const step = ({ type, metadata }: Told): string =>
  JSON.stringify([{ event: type, at: metadata.at }]);
