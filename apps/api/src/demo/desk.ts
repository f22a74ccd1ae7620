import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { money } from '@money';
import type { Role } from '@wire/permissions';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { ObserveChargeback } from '../money/chargebacks';
import { HoldEscrow } from '../money/escrow/commands/hold-escrow';
import { ProposeJournal } from '../money/journals/commands/propose-journal';
import { ProposeGoodwill } from '../money/payments/commands/give-goodwill';
import { ProposeRoles } from '../people/accounts/commands/propose-roles';

interface Payment {
  readonly depositId: string;
  readonly clientId: string;
  readonly contractId: string;
  readonly milestoneId: string;
  readonly amount: string;
}

type Word = ObserveChargeback['word'];

const dayMs = 86_400_000;

/** How far each of the chargebacks of the demo got: words of the bank, in order. */
const lives: readonly (readonly [Word['phase'], Word['status']][])[] = [
  [['retrieval', 'opened']],
  [['chargeback', 'opened']],
  [
    ['chargeback', 'opened'],
    ['chargeback', 'evidence_due'],
  ],
  [
    ['chargeback', 'opened'],
    ['chargeback', 'under_review'],
  ],
  [
    ['chargeback', 'opened'],
    ['chargeback', 'won'],
  ],
  [
    ['chargeback', 'opened'],
    ['chargeback', 'lost'],
    ['chargeback', 'closed'],
  ],
];

/** What lies on the desks of finance, compliance and support today. */
@Injectable()
export class Desk {
  constructor(
    private readonly commands: CommandBus,
    private readonly context: RequestContext,
    private readonly database: Database,
  ) {}

  async lay(now: Date): Promise<void> {
    await this.chargebacks(now);
    await this.holds(now);
    await this.proposals(now);
  }

  private async chargebacks(now: Date): Promise<void> {
    const payments = await this.payments(lives.length);
    for (const [index, { amount, ...origin }] of payments.entries())
      for (const [phase, status] of lives[index] ?? []) {
        const word: Word = {
          ...{ phase, status, amount: money(BigInt(amount), 'INR') },
          gatewayDisputeId: `disp_${origin.depositId.slice(-14)}`,
          reasonCode: index % 2 === 0 ? 'goods_not_received' : 'fraudulent',
          respondBy: new Date(now.getTime() + (2 + index) * dayMs).toISOString(),
        };
        await this.commands.execute(new ObserveChargeback(origin, word));
      }
  }

  private async payments(limit: number): Promise<Payment[]> {
    return this.database.query<Payment>(
      `select id as "depositId", client_id as "clientId", contract_id as "contractId",
          milestone_id as "milestoneId", amount::text as amount
        from deposits where state = 'captured' order by captured_at desc offset 12 limit $1`,
      [limit],
    );
  }

  private async holds(now: Date): Promise<void> {
    const [one] = await this.database.query<{ contract_id: string }>(
      'select contract_id from gateway_money order by funded_at desc offset 4 limit 1',
    );
    if (!one) return;
    const wish = {
      contractId: one.contract_id,
      milestoneIds: [],
      reason: 'identity_unclear' as const,
      until: new Date(now.getTime() + 14 * dayMs).toISOString(),
      note: 'The name on the card is not the name of the account. Papers were asked for.',
    };
    await this.as('compliance', () => this.commands.execute(new HoldEscrow(wish, randomUUIDv7())));
  }

  private async proposals(now: Date): Promise<void> {
    const [gift, other] = await this.payments(2);
    if (!gift || !other) return;
    const amount = money(150_000, 'INR');
    await this.as('support', () => {
      const wish = {
        contractId: gift.contractId,
        amount,
        reason: 'Waited nine days for an answer.',
      };
      return this.commands.execute(new ProposeGoodwill(wish, randomUUIDv7()));
    });
    await this.as('finance_maker', () => {
      const legs = [
        { account: 'loss', amount: money(-4_720, 'INR') },
        { account: `wallet:${other.clientId}:available`, amount: money(4_720, 'INR') },
      ];
      const reason = 'The service fee was charged twice in the outage of last week.';
      const wish = { legs, effectiveAt: now.toISOString(), reason };
      return this.commands.execute(new ProposeJournal(wish, randomUUIDv7()));
    });
    await this.as('superadmin', async () => {
      const newcomer = await this.someone('support');
      const wish = { roles: ['support' as const, 'mediator' as const], reason: 'Joins mediation.' };
      return this.commands.execute(new ProposeRoles(newcomer, wish, randomUUIDv7()));
    });
  }

  private async someone(role: Role): Promise<string> {
    const [row] = await this.database.query<{ id: string }>(
      'select id from accounts where $1 = any(roles) order by id limit 1',
      [role],
    );
    if (!row) throw new Error(`the demo has nobody who is ${role}`);
    return row.id;
  }

  private async as<Result>(role: Role, work: () => Promise<Result>): Promise<Result> {
    const id = await this.someone(role);
    return this.context.run({ actor: { type: 'staff', id, roles: [role] } }, work);
  }
}
