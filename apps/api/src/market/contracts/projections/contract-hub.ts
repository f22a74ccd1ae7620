import { Projection, type On } from '@kernel/consumers';
import { Wakeups } from '@kernel/wakeups';
import { add, isZero, minor } from '@money';
import type { Recorded, Sql } from '@eventstore/record';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { contractOf, type EscrowEvent } from '../../../money/escrow';
import type { ReviewEvent } from '../../reviews';
import type { ContractEvent } from '../domain/contracts.events';

type Change = Readonly<Record<string, string | bigint | null>>;

/** Answers: where does each milestone stand, and whose contracts moved last? */
@Injectable()
@Projection('contract-hub')
export class ContractHub {
  private readonly sides = new LRUCache<string, readonly string[]>({ max: 10_000 });

  constructor(private readonly wakeups: Wakeups) {}

  readonly on: On<ContractEvent | EscrowEvent | ReviewEvent> = {
    ContractOffered: async ({ contractId, clientId, providerId }, event, sql) => {
      await sql.query(
        `insert into contract_seats (contract_id, account_id, role, moved_at)
          values ($1, $2, 'client', $4), ($1, $3, 'provider', $4)`,
        [contractId, clientId, providerId, event.metadata.at],
      );
      await sql.query(
        `insert into contract_milestones (contract_id, milestone_id, place, state)
          select c.id, (m.value ->> 'id')::uuid, m.place, 'pending'
          from contracts c, jsonb_array_elements(c.milestones) with ordinality as m(value, place)
          where c.id = $1`,
        [contractId],
      );
      await this.moved(contractId, event, sql);
    },
    ContractSigned: ({ contractId }, event, sql) => this.moved(contractId, event, sql),
    ContractDeclined: ({ contractId }, event, sql) => this.moved(contractId, event, sql),
    ContractWithdrawn: ({ contractId }, event, sql) => this.moved(contractId, event, sql),
    WorkUpdatePosted: ({ contractId }, event, sql) => this.moved(contractId, event, sql),
    ContractCompleted: ({ contractId }, event, sql) => this.moved(contractId, event, sql),
    EscrowFunded: ({ milestoneId, dueAt, fee, tax }, event, sql) =>
      this.change(milestoneId, event, sql, {
        state: 'funded',
        due_at: dueAt,
        client_fees: minor(add(fee, tax)),
      }),
    MilestoneSubmitted: ({ milestoneId, autoReleaseAt }, event, sql) =>
      this.change(milestoneId, event, sql, { state: 'in_review', auto_release_at: autoReleaseAt }),
    RevisionRequested: ({ milestoneId }, event, sql) =>
      this.change(milestoneId, event, sql, { state: 'changes_requested', auto_release_at: null }),
    EscrowReleased: ({ milestoneId, gross, fee, tax }, event, sql) =>
      this.change(milestoneId, event, sql, {
        state: 'released',
        auto_release_at: null,
        dispute_id: null,
        released: minor(gross),
        provider_fees: minor(add(fee, tax)),
      }),
    EscrowRefunded: async ({ milestoneId, amount, fee, tax }, event, sql) => {
      await sql.query(
        `update contract_milestones set refunded = $2, client_fees = client_fees - $3,
            auto_release_at = null, dispute_id = null,
            state = case state when 'released' then 'split' else 'refunded' end
          where milestone_id = $1`,
        [milestoneId, minor(amount), minor(add(fee, tax))],
      );
      await this.moved(contractOf(event.stream), event, sql);
    },
    EscrowFrozen: ({ milestoneIds, disputeId }, event, sql) =>
      this.each(milestoneIds, event, sql, { dispute_id: disputeId, auto_release_at: null }),
    EscrowUnfrozen: async ({ milestones }, event, sql) => {
      for (const { milestoneId, autoReleaseAt } of milestones)
        await this.change(milestoneId, event, sql, {
          dispute_id: null,
          auto_release_at: autoReleaseAt,
        });
    },
    EscrowHeld: ({ milestoneIds }, event, sql) =>
      this.each(milestoneIds, event, sql, { auto_release_at: null }),
    EscrowHoldLifted: async ({ milestones }, event, sql) => {
      for (const { milestoneId, autoReleaseAt } of milestones)
        await this.change(milestoneId, event, sql, { auto_release_at: autoReleaseAt });
    },
    EscrowFrozenByChargeback: ({ milestoneId }, event, sql) =>
      this.change(milestoneId, event, sql, { auto_release_at: null }),
    EscrowUnfrozenByChargeback: ({ milestoneId, left, autoReleaseAt }, event, sql) =>
      this.change(milestoneId, event, sql, {
        auto_release_at: autoReleaseAt,
        ...(isZero(left) && { state: 'refunded', dispute_id: null }),
      }),
    ReviewSubmitted: async ({ contractId, authorId }, event, sql) => {
      await sql.query(
        'update contract_seats set reviewed = true where contract_id = $1 and account_id = $2',
        [contractId, authorId],
      );
      await this.moved(contractId, event, sql);
    },
    ReviewPublished: ({ contractId }, event, sql) => this.moved(contractId, event, sql),
  };

  private async each(ids: string[], event: Recorded, sql: Sql, to: Change): Promise<void> {
    for (const id of ids) await this.change(id, event, sql, to);
  }

  private async change(milestoneId: string, event: Recorded, sql: Sql, to: Change): Promise<void> {
    const contractId = contractOf(event.stream);
    const columns = Object.keys(to).map((column, index) => `${column} = $${index + 3}`);
    await sql.query(
      `update contract_milestones set ${columns.join(', ')}
        where contract_id = $1 and milestone_id = $2`,
      [contractId, milestoneId, ...Object.values(to)],
    );
    await this.moved(contractId, event, sql);
  }

  private async moved(contractId: string, { metadata }: Recorded, sql: Sql): Promise<void> {
    await sql.query('update contract_seats set moved_at = $2 where contract_id = $1', [
      contractId,
      metadata.at,
    ]);
    this.wakeups.tell('changed', `contract:${contractId}`);
    for (const id of await this.sidesOf(contractId, sql))
      this.wakeups.tell('changed', `account:${id}`);
  }

  /** Asked once: who sits at a contract never changes. */
  private async sidesOf(contractId: string, sql: Sql): Promise<readonly string[]> {
    const known = this.sides.get(contractId);
    if (known) return known;
    const seats = await sql.query<{ account_id: string }>(
      'select account_id from contract_seats where contract_id = $1',
      [contractId],
    );
    const sides = seats.map(({ account_id: id }) => id);
    this.sides.set(contractId, sides);
    return sides;
  }
}
