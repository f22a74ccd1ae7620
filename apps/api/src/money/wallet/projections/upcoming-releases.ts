import { isZero } from '@money';
import { releaseReceipt } from '@money/fees';
import type { MilestoneState } from '@wire/escrow';
import type { Sql } from '@eventstore/record';
import { Projection, type On } from '@kernel/consumers';
import { Injectable } from '@nestjs/common';
import { contractOf, type EscrowEvent } from '../../escrow';

/** Answers: what is in escrow for me, and when does it come? */
@Injectable()
@Projection('upcoming-releases')
export class UpcomingReleases {
  readonly tables = ['upcoming_releases'];

  readonly on: On<EscrowEvent> = {
    EscrowOpened: async ({ clientId, providerId, fees, milestones }, { stream }, sql) => {
      for (const { id, amount } of milestones) {
        const { net } = releaseReceipt(amount, fees);
        await sql.query(
          `insert into upcoming_releases (contract_id, milestone_id, client_id, provider_id, state, amount, net, currency)
            values ($1, $2, $3, $4, 'pending', $5, $6, $7)`,
          [
            contractOf(stream),
            id,
            clientId,
            providerId,
            amount.amountMinor,
            net.amountMinor,
            amount.currency,
          ],
        );
      }
    },
    EscrowFunded: ({ milestoneId }, { stream }, sql) =>
      this.become(sql, stream, milestoneId, 'funded'),
    MilestoneSubmitted: ({ milestoneId, autoReleaseAt }, { stream }, sql) =>
      this.become(sql, stream, milestoneId, 'in_review', autoReleaseAt),
    RevisionRequested: ({ milestoneId }, { stream }, sql) =>
      this.become(sql, stream, milestoneId, 'changes_requested'),
    EscrowReleased: ({ milestoneId }, { stream }, sql) =>
      this.become(sql, stream, milestoneId, 'released'),
    EscrowRefunded: ({ milestoneId }, { stream }, sql) =>
      this.become(sql, stream, milestoneId, 'refunded'),
    // Nothing comes by itself while a dispute runs.
    EscrowFrozen: async ({ milestoneIds }, { stream }, sql) => {
      for (const milestoneId of milestoneIds) await this.comes(sql, stream, milestoneId, null);
    },
    EscrowUnfrozen: async ({ milestones }, { stream }, sql) => {
      for (const { milestoneId, autoReleaseAt } of milestones)
        await this.comes(sql, stream, milestoneId, autoReleaseAt);
    },
    EscrowHeld: async ({ milestoneIds }, { stream }, sql) => {
      for (const milestoneId of milestoneIds) await this.comes(sql, stream, milestoneId, null);
    },
    EscrowHoldLifted: async ({ milestones }, { stream }, sql) => {
      for (const { milestoneId, autoReleaseAt } of milestones)
        await this.comes(sql, stream, milestoneId, autoReleaseAt);
    },
    EscrowFrozenByChargeback: ({ milestoneId }, { stream }, sql) =>
      this.comes(sql, stream, milestoneId, null),
    EscrowUnfrozenByChargeback: async ({ milestoneId, left, autoReleaseAt }, { stream }, sql) => {
      if (isZero(left)) await this.become(sql, stream, milestoneId, 'refunded');
      else await this.comes(sql, stream, milestoneId, autoReleaseAt);
    },
  };

  private async comes(sql: Sql, stream: string, milestoneId: string, at: string | null) {
    await sql.query(
      'update upcoming_releases set release_at = $3 where contract_id = $1 and milestone_id = $2',
      [contractOf(stream), milestoneId, at],
    );
  }

  private async become(
    sql: Sql,
    stream: string,
    milestoneId: string,
    state: MilestoneState,
    releaseAt: string | null = null,
  ): Promise<void> {
    await sql.query(
      `update upcoming_releases set state = $3, release_at = $4 where contract_id = $1 and milestone_id = $2`,
      [contractOf(stream), milestoneId, state, releaseAt],
    );
  }
}
