import { append } from '@eventstore/postgres';
import { canonical, sha256 } from '@eventstore/chain';
import type { Fact } from '@eventstore/record';
import { minor, negate, type Money } from '@money';
import { goodwillLimitMinor, type ProposeGoodwill as Input } from '@wire/refunds';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Database } from '@kernel/database';
import { reject } from '@kernel/reject';
import { Command, CommandBus, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { RequestApproval } from '../../approvals';
import { EscrowParties } from '../../escrow';
import type { GoodwillEvent } from '../domain/payments.events';

/** Support proposes that the house gives a client something back. */
export class ProposeGoodwill extends Command<{ approvalId: string }> {
  constructor(
    readonly input: Input,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

/** Finance agreed: it stands on the client's wallet, and the house bears it. */
export class GiveGoodwill extends Command<void> {
  constructor(
    readonly contractId: string,
    readonly amount: Money,
    readonly approvalId: string,
  ) {
    super();
  }
}

@CommandHandler(ProposeGoodwill)
export class ProposeGoodwillHandler implements ICommandHandler<ProposeGoodwill> {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  async execute({ input, idempotencyKey }: ProposeGoodwill): Promise<{ approvalId: string }> {
    const { contractId, amount, reason } = input;
    if (minor(amount) > goodwillLimitMinor) reject('refunds.too_large');
    const sides = await this.queries.execute(new EscrowParties(contractId));
    const { clientId } = sides ?? reject('escrow.not_found');
    const proposal = {
      action: 'refund.goodwill',
      subject: `escrow-${contractId}`,
      payload: { contractId, amount },
      amount,
      beneficiaries: [clientId],
      reason,
      makerPermission: 'request Refund',
      requiredPermission: 'approve Refund',
    } as const;
    return this.commands.execute(new RequestApproval(proposal, idempotencyKey));
  }
}

@CommandHandler(GiveGoodwill)
export class GiveGoodwillHandler implements ICommandHandler<GiveGoodwill> {
  constructor(
    private readonly database: Database,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: QueryBus,
  ) {}

  /** All that was given for one contract together stays within the limit, under one lock. */
  async execute({ contractId, amount, approvalId }: GiveGoodwill): Promise<void> {
    const sides = await this.queries.execute(new EscrowParties(contractId));
    const { clientId } = sides ?? reject('escrow.not_found');
    await this.database.transaction(async (sql) => {
      await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [contractId]);
      const [known] = await sql.query<{ given: string; again: boolean }>(
        `select coalesce(sum(amount), 0)::text as given,
            coalesce(bool_or(approval_id = $2), false) as again from goodwill where contract_id = $1`,
        [contractId, approvalId],
      );
      if (known?.again) return;
      if (BigInt(known?.given ?? 0) + minor(amount) > goodwillLimitMinor)
        reject('refunds.too_large');
      await sql.query(
        `insert into goodwill (id, approval_id, client_id, contract_id, amount, currency, granted_at)
          values (gen_random_uuid(), $1, $2, $3, $4, $5, $6)`,
        [
          approvalId,
          clientId,
          contractId,
          amount.amountMinor,
          amount.currency,
          this.clock.now().toISOString(),
        ],
      );
      await append(sql, {
        ...given({ goodwillId: approvalId, clientId, contractId, amount }),
        idempotency: {
          scope: 'refund.goodwill',
          key: approvalId,
          request: sha256(canonical({ contractId, amount })),
          response: null,
        },
        metadata: this.context.metadata,
      });
    });
  }
}

type Given = GoodwillEvent['data'];

function given(wish: Given) {
  const { goodwillId, clientId, amount } = wish;
  const { currency } = amount;
  const fact: GoodwillEvent = { type: 'GoodwillGiven', data: wish };
  const credited: Fact = {
    type: 'FundsCredited',
    data: { bucket: 'available', amount, cause: `goodwill-${goodwillId}` },
  };
  const leg = (account: string, one: Money) => ({
    ...{ account, currency, amountMinor: minor(one) },
    kind: 'goodwill',
  });
  return {
    streams: [
      { stream: `goodwill-${goodwillId}`, expected: 0, facts: [fact] },
      { stream: `wallet-${clientId}-${currency}`, expected: 'any' as const, facts: [credited] },
    ],
    journals: [
      {
        cause: fact,
        legs: [leg('loss', negate(amount)), leg(`wallet:${clientId}:available`, amount)],
      },
    ],
  };
}
