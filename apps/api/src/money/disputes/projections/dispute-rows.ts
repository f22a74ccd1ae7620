import { minor } from '@money';
import type { DisputeState } from '@wire/disputes';
import type { Recorded, Sql } from '@eventstore/record';
import { Projection, type On } from '@kernel/consumers';
import { Wakeups } from '@kernel/wakeups';
import { Injectable } from '@nestjs/common';
import type { DisputeEvent } from '../domain/disputes.events';

interface Standing {
  readonly state: DisputeState;
  readonly owner: string;
  readonly deadline: string | null;
  readonly outcome: string;
}

const over = (state: DisputeState): Standing => ({
  ...{ state, owner: 'nobody', deadline: null, outcome: 'none' },
});

type Told = Recorded<string, { readonly disputeId: string }>;

/** Answers: which disputes are there, who has to act, until when? */
@Injectable()
@Projection('dispute-rows')
export class DisputeRows {
  constructor(private readonly wakeups: Wakeups) {}

  readonly on: On<DisputeEvent> = {
    DisputeOpened: async (data, event, sql) => {
      const { disputeId, contractId, clientId, providerId, openedBy, category, amount } = data;
      const respondent = openedBy === 'client' ? 'provider' : 'client';
      await sql.query(
        `insert into disputes (id, contract_id, contract_title, client_id, provider_id, opened_by,
            category, amount, currency, milestone_ids, state, owner, deadline, default_outcome,
            opened_at, updated_at)
          select $1, $2, coalesce((select title from contracts where id = $2), ''), $3, $4, $5, $6,
            $7, $8, $9, 'evidence', $10, $11, 'opener_claim', $12, $12`,
        [
          ...[disputeId, contractId, clientId, providerId, openedBy, category],
          ...[minor(amount), amount.currency, data.milestones.map(({ id }) => id)],
          ...[respondent, data.answerBy, event.metadata.at],
        ],
      );
      await this.moved(event, sql);
    },
    EvidenceSubmitted: (_, event, sql) => this.moved(event, sql),
    EvidenceWindowClosed: (_, event, sql) => this.moved(event, sql),
    OfferMade: (_, event, sql) => this.moved(event, sql),
    OfferDeclined: (_, event, sql) => this.moved(event, sql),
    RecommendationAccepted: (_, event, sql) => this.moved(event, sql),
    PanelVoted: (_, event, sql) => this.moved(event, sql),
    DisputeAnswered: ({ negotiateUntil: deadline }, event, sql) =>
      this.stand(event, sql, {
        ...{ state: 'negotiation', owner: 'both', deadline, outcome: 'mediation' },
      }),
    MediationStarted: ({ mediateUntil: deadline }, event, sql) =>
      this.stand(event, sql, {
        ...{ state: 'mediation', owner: 'lead', deadline, outcome: 'equal_split' },
      }),
    MediatorAssigned: async ({ disputeId, mediatorId }, event, sql) => {
      await sql.query(`update disputes set mediator_id = $2, owner = 'mediator' where id = $1`, [
        ...[disputeId, mediatorId],
      ]);
      await this.moved(event, sql);
    },
    RecommendationIssued: async ({ disputeId }, event, sql) => {
      await sql.query(`update disputes set default_outcome = 'recommendation' where id = $1`, [
        disputeId,
      ]);
      await this.moved(event, sql);
    },
    RulingProposed: async ({ disputeId }, event, sql) => {
      await sql.query(
        `update disputes set state = 'ruling_proposed', owner = 'lead' where id = $1`,
        [disputeId],
      );
      await this.moved(event, sql);
    },
    RulingReturned: async ({ disputeId }, event, sql) => {
      await sql.query(`update disputes set state = 'mediation', owner = 'mediator' where id = $1`, [
        disputeId,
      ]);
      await this.moved(event, sql);
    },
    DecisionIssued: ({ appealBy: deadline }, event, sql) =>
      this.stand(event, sql, {
        ...{ state: 'decided', owner: 'both', deadline, outcome: 'decision_stands' },
      }),
    AppealOpened: ({ decideBy: deadline }, event, sql) =>
      this.stand(event, sql, {
        ...{ state: 'appealed', owner: 'lead', deadline, outcome: 'decision_stands' },
      }),
    PanelAssigned: async ({ disputeId, memberIds }, event, sql) => {
      await sql.query(`update disputes set panel = $2, owner = 'panel' where id = $1`, [
        ...[disputeId, memberIds],
      ]);
      await this.moved(event, sql);
    },
    DisputeFinal: (_, event, sql) => this.stand(event, sql, over('final')),
    DisputeSettled: (_, event, sql) => this.stand(event, sql, over('settled')),
    DisputeWithdrawn: (_, event, sql) => this.stand(event, sql, over('withdrawn')),
    DecisionExecuted: (_, event, sql) => this.stand(event, sql, over('executed')),
  };

  private async stand(event: Told, sql: Sql, standing: Standing): Promise<void> {
    const { state, owner, deadline, outcome } = standing;
    await sql.query(
      `update disputes set state = $2, owner = $3, deadline = $4, default_outcome = $5 where id = $1`,
      [event.data.disputeId, state, owner, deadline, outcome],
    );
    await this.moved(event, sql);
  }

  private async moved({ data, metadata }: Told, sql: Sql): Promise<void> {
    const [row] = await sql.query<{ contract_id: string; client_id: string; provider_id: string }>(
      `update disputes set updated_at = $2 where id = $1
        returning contract_id, client_id, provider_id`,
      [data.disputeId, metadata.at],
    );
    this.wakeups.tell('changed', `dispute:${data.disputeId}`);
    if (!row) return;
    this.wakeups.tell('changed', `contract:${row.contract_id}`);
    for (const id of [row.client_id, row.provider_id])
      this.wakeups.tell('changed', `account:${id}`);
  }
}
