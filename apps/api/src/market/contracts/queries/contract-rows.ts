import type { FeeSchedule } from '@money/fees';
import { money, sum, zero, type Currency, type Money } from '@money';
import type { contractRow, ContractState, ContractView } from '@wire/contracts';
import type { MilestoneState } from '@wire/escrow';
import type { FilledField } from '@wire/org-fields';
import type * as z from 'zod';
import { reject } from '@kernel/reject';
import { QueryBus } from '@nestjs/cqrs';
import { DisputesOf } from '../../../money/disputes';
import { HeldInEscrow } from '../../../money/escrow';
import { NamesOf } from '../../../people/profiles';
import { nextStep, type Viewer } from './next-step';

export type ContractRow = z.infer<typeof contractRow>;

export interface Standing {
  readonly id: string;
  readonly place: number;
  readonly state: MilestoneState;
  readonly due_at: string | null;
  readonly auto_release_at: string | null;
  readonly client_fees: number;
  readonly provider_fees: number;
  readonly released: string | null;
  readonly refunded: string | null;
  readonly dispute_id: string | null;
}

export interface Row {
  readonly id: string;
  readonly job_id: string;
  readonly proposal_id: string;
  readonly client_id: string;
  readonly provider_id: string;
  readonly state: ContractState;
  readonly title: string;
  readonly message: string | null;
  readonly purchase_order: string | null;
  readonly cost_centre: string | null;
  readonly fields: FilledField[];
  readonly organisation_id: string | null;
  readonly workspace_id: string | null;
  readonly nda: boolean;
  readonly fees: FeeSchedule;
  readonly terms_version: string;
  readonly milestones: { id: string; title: string; amount: Money; days: number }[];
  readonly signatures: { by: string; name: string; at: string }[];
  readonly decline_reason: string | null;
  readonly created_at: Date;
  readonly moved_at: Date | null;
  /** null until the hub heard of the contract. */
  readonly standing: Standing[] | null;
  readonly reviewed: string[] | null;
}

/** Contracts with where their milestones stand, one row each. */
export const rows = `
select c.*, s.moved_at, s.reviewed, m.standing
  from contracts c
  left join lateral (select max(moved_at) as moved_at,
      array_agg(account_id) filter (where reviewed) as reviewed
    from contract_seats where contract_id = c.id) s on true
  left join lateral (select json_agg(json_build_object('id', milestone_id, 'place', place, 'state', state,
      'due_at', due_at, 'auto_release_at', auto_release_at, 'client_fees', client_fees,
      'provider_fees', provider_fees, 'released', released::text, 'refunded', refunded::text,
      'dispute_id', dispute_id) order by place) as standing
    from contract_milestones where contract_id = c.id) m on true`;

const utc = (at: string | null | undefined): string | null =>
  at ? new Date(at).toISOString() : null;

export type Milestone = Omit<ContractView['milestones'][number], 'deliveries' | 'stopped'>;

/** The agreed milestones with their state; those of an offer nobody funded are pending. */
export function milestonesOf({ milestones, standing }: Row): Milestone[] {
  return milestones.map((agreed) => {
    const now = standing?.find(({ id }) => id === agreed.id);
    return {
      ...agreed,
      state: now?.state ?? 'pending',
      dueAt: utc(now?.due_at),
      autoReleaseAt: utc(now?.auto_release_at),
      released: amountOf(now?.released, agreed.amount),
      refunded: amountOf(now?.refunded, agreed.amount),
      disputeId: now?.dispute_id ?? null,
    };
  });
}

const amountOf = (minorUnits: string | null | undefined, { currency }: Money): Money | null =>
  minorUnits ? money(BigInt(minorUnits), currency) : null;

/** What went to the provider, or back to the client, of all milestones together. */
export const paidOut = (milestones: readonly Milestone[], way: 'released' | 'refunded'): Money =>
  sum(
    milestones.flatMap((one) => one[way] ?? []),
    milestones[0]?.amount.currency ?? 'INR',
  );

export const currencyOf = ({ milestones }: Row): Currency =>
  milestones[0]?.amount.currency ?? 'INR';

/** What the milestones in these states are worth together. */
export function worth(
  milestones: readonly Pick<Milestone, 'state' | 'amount'>[],
  ...states: MilestoneState[]
): Money {
  const currency = milestones[0]?.amount.currency ?? 'INR';
  const counted = milestones.filter(({ state }) => states.length === 0 || states.includes(state));
  return sum(
    counted.map(({ amount }) => amount),
    currency,
  );
}

/** Fees with their tax that this viewer's side has paid; both sides' for staff. */
export function feesOf(row: Row, viewer: Viewer): Money {
  const paid = (row.standing ?? []).reduce((sofar, one) => {
    const client = viewer === 'provider' ? 0 : one.client_fees;
    const provider = viewer === 'client' ? 0 : one.provider_fees;
    return sofar + BigInt(client) + BigInt(provider);
  }, 0n);
  return money(paid, currencyOf(row));
}

export function viewerOf(row: Row, viewerId: string): Viewer {
  if (row.client_id === viewerId) return 'client';
  return row.provider_id === viewerId ? 'provider' : 'staff';
}

/** Rows as lists show them, with the names of both sides. */
export async function shown(
  queries: QueryBus,
  found: readonly Row[],
  viewerId: string,
): Promise<ContractRow[]> {
  const ids = found.flatMap((row) => [row.client_id, row.provider_id]);
  const contractIds = found.map(({ id }) => id);
  const [people, disputes, held] = await Promise.all([
    queries.execute(new NamesOf(new Set(ids))),
    queries.execute(new DisputesOf(contractIds)),
    queries.execute(new HeldInEscrow(contractIds)),
  ]);
  return found.map((row) => {
    const milestones = milestonesOf(row);
    const total = worth(milestones);
    const reviewed = row.reviewed?.includes(viewerId) ?? false;
    const mine = disputes.filter(({ contractId }) => contractId === row.id);
    const standing = { state: row.state, milestones, total, reviewed, disputes: mine };
    return {
      id: row.id,
      title: row.title,
      state: row.state,
      total,
      held: held.get(row.id) ?? zero(currencyOf(row)),
      released: paidOut(milestones, 'released'),
      client: people.get(row.client_id) ?? reject('profiles.not_found'),
      provider: people.get(row.provider_id) ?? reject('profiles.not_found'),
      next: nextStep(standing, viewerOf(row, viewerId)),
      createdAt: row.created_at.toISOString(),
      updatedAt: (row.moved_at ?? row.created_at).toISOString(),
    };
  });
}
