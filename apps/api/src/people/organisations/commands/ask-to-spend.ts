import type { Sql } from '@eventstore/record';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { about, type Told } from '@kernel/facts';
import { reject } from '@kernel/reject';
import { setTimer } from '@kernel/timers';
import { equals, type Money } from '@money';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { membersOf, memberAt } from '../adapters/household-rows';
import { limitsOf, openSpendingOn } from '../adapters/spending-rows';
import { spendingExpiry } from './expire-spending';
import { may } from '../domain/members';
import { approversOf, chainFor, type Approver, type Purpose } from '../domain/spending';

export interface Plan {
  readonly organisationId: string;
  readonly workspaceId: string;
  readonly purpose: Purpose;
  /** The job, or the proposal that is to be hired. */
  readonly subjectId: string;
  readonly jobId: string;
  readonly amount: Money;
  readonly purchaseOrder: string | null;
  readonly costCentre: string | null;
}

export interface Leave {
  readonly granted: boolean;
  /** To be told in the caller's transaction. */
  readonly told: readonly Told[];
}

/**
 * For other contexts, within their transaction: may the actor commit the organisation to this? Where
 * a limit is met and nobody agreed yet, the members whom it names are asked.
 */
export class AskToSpend extends Command<Leave> {
  constructor(
    readonly plan: Plan,
    readonly sql: Sql,
  ) {
    super();
  }
}

const granted: Leave = { granted: true, told: [] };

@CommandHandler(AskToSpend)
export class AskToSpendHandler implements ICommandHandler<AskToSpend> {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {}

  async execute({ plan, sql }: AskToSpend): Promise<Leave> {
    const { organisationId, subjectId, amount } = plan;
    const member = await memberAt(sql, organisationId, this.context.actor.id);
    may(member, 'hire');
    await isFilledIn(sql, plan);
    const chain = chainFor(await limitsOf(sql, organisationId), { ...plan, role: member.role });
    if (chain.length === 0 || (await wasGranted(sql, plan))) return granted;
    const open = await openSpendingOn(sql, subjectId);
    if (open && equals(open.amount, amount)) return { granted: false, told: [] };
    // What is asked for now replaces what was asked for before.
    if (open)
      await sql.query(`update org_spendings set state = 'cancelled' where id = $1`, [open.id]);
    return { granted: false, told: [await this.ask(sql, plan, chain)] };
  }

  private async ask(sql: Sql, plan: Plan, chain: readonly Approver[]): Promise<Told> {
    const { organisationId, purpose, jobId, amount } = plan;
    const { id: requesterId } = this.context.actor;
    const members = await membersOf(sql, organisationId);
    const [approverIds = []] = chain.map((one) => approversOf(members, one, requesterId));
    const approvalId = randomUUIDv7();
    const now = this.clock.now();
    const expiresAt = await endOf(sql, organisationId, now);
    await setTimer(sql, { kind: spendingExpiry, key: approvalId, dueAt: expiresAt });
    await sql.query(
      `insert into org_spendings (id, organisation_id, workspace_id, purpose, subject_id, job_id,
          requester_id, amount, currency, purchase_order, cost_centre, chain, state, asked_at,
          expires_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'open', $13, $14)`,
      [
        ...[approvalId, organisationId, plan.workspaceId, purpose, plan.subjectId, jobId],
        ...[requesterId, amount.amountMinor, amount.currency, plan.purchaseOrder],
        ...[plan.costCentre, [...chain], now.toISOString(), expiresAt],
      ],
    );
    return about('organisation', organisationId, 'SpendingAsked', {
      ...{ organisationId, approvalId, requesterId, purpose, jobId, amount },
      ...{ approver: chain[0], approverIds },
    });
  }
}

/** When nobody will have decided: as the organisation has it, from this moment on. */
async function endOf(sql: Sql, organisationId: string, now: Date): Promise<string> {
  const [row] = await sql.query<{ days: number }>(
    'select requests_expire_days as days from organisations where id = $1',
    [organisationId],
  );
  return new Date(now.getTime() + (row?.days ?? 14) * 86_400_000).toISOString();
}

async function isFilledIn(sql: Sql, plan: Plan): Promise<void> {
  const [needs] = await sql.query<{ order: boolean; centre: boolean }>(
    `select needs_purchase_order as "order", needs_cost_centre as centre from organisations
      where id = $1`,
    [plan.organisationId],
  );
  if (needs?.order && !plan.purchaseOrder) reject('organisations.po_missing');
  if (needs?.centre && !plan.costCentre) reject('organisations.cost_centre_missing');
}

/** Whoever agreed to a job of this size agreed to a hire for it that is no dearer. */
async function wasGranted(sql: Sql, { subjectId, jobId, amount }: Plan): Promise<boolean> {
  const [row] = await sql.query(
    `select 1 from org_spendings where state = 'granted' and currency = $4 and amount >= $3::bigint
      and (subject_id = $1 or (job_id = $2 and purpose = 'job')) limit 1`,
    [subjectId, jobId, amount.amountMinor, amount.currency],
  );
  return row !== undefined;
}
