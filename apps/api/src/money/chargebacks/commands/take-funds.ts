import { money, zero, type Money } from '@money';
import { Clock } from '@kernel/clock';
import { Database } from '@kernel/database';
import { Streams } from '@kernel/streams';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { escrow, paidFor, takeable, takeBack } from '../../escrow';
import { chargeback, known, owes, type OpenChargeback } from '../domain/chargeback';
import { recover, type Parts } from '../domain/parts';
import { booked, moved } from '../domain/recovery';

/** The gateway kept the money: it is taken from whoever has it, in the order of recovery. */
export class TakeFunds extends Command<void> {
  constructor(readonly chargebackId: string) {
    super();
  }
}

interface Sources {
  readonly wallet: Money;
  readonly providerId: string | null;
  /** What the provider was paid for this milestone. */
  readonly paid: Money;
}

@CommandHandler(TakeFunds)
export class TakeFundsHandler implements ICommandHandler<TakeFunds> {
  constructor(
    private readonly streams: Streams,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Once in each round; a chargeback that was won meanwhile takes nothing. */
  async execute({ chargebackId }: TakeFunds): Promise<void> {
    const state = known(await this.streams.read(chargeback, chargebackId));
    if (state.taken || !owes(state)) return;
    const { contractId, milestoneId } = state;
    const where = await this.streams.read(escrow, contractId);
    const sources = {
      wallet: await this.walletOf(state),
      providerId: where.status === 'none' ? null : where.providerId,
      paid: paidFor(where, milestoneId),
    };
    if (takeable(where, milestoneId)) await this.withEscrow(state, sources);
    else await this.withoutEscrow(state, sources);
  }

  private async withEscrow(state: OpenChargeback, sources: Sources): Promise<void> {
    const { chargebackId, contractId, milestoneId, amount } = state;
    await this.streams.decide(
      escrow,
      contractId,
      (now) => {
        const most = takeable(now, milestoneId) ?? zero(amount.currency);
        const parts = recover(amount, limits(most, sources));
        const { journal, facts, told } = this.taken(state, parts, sources.providerId);
        const wish = { chargebackId, milestoneId, taken: parts.escrow };
        const own = { stream: `chargeback-${chargebackId}`, expected: 'any' as const, facts };
        return {
          facts: [takeBack(wish, this.clock.now())],
          elsewhere: [own, ...told],
          journals: [journal],
        };
      },
      { intent: this.intent(state) },
    );
  }

  private async withoutEscrow(state: OpenChargeback, sources: Sources): Promise<void> {
    const { chargebackId, amount } = state;
    const parts = recover(amount, limits(zero(amount.currency), sources));
    await this.streams.decide(
      chargeback,
      chargebackId,
      (now) => {
        if (known(now).taken) return { facts: [] };
        const { journal, facts, told } = this.taken(state, parts, sources.providerId);
        return { facts, elsewhere: told, journals: [journal] };
      },
      { intent: this.intent(state) },
    );
  }

  private taken(state: OpenChargeback, parts: Parts, providerId: string | null) {
    const fact = moved('ChargebackFundsTaken', state, { parts, providerId });
    return { facts: [fact], ...booked(fact) };
  }

  private intent({ chargebackId, rounds }: OpenChargeback) {
    const key = `${chargebackId}:${String(rounds)}`;
    return { scope: 'chargeback-take', key, request: { chargebackId, rounds } };
  }

  private async walletOf({ clientId, amount }: OpenChargeback): Promise<Money> {
    const [row] = await this.database.query<{ balance: string }>(
      'select balance from ledger.accounts where id = $1',
      [`wallet:${clientId}:available:${amount.currency}`],
    );
    return money(BigInt(row?.balance ?? 0), amount.currency);
  }
}

const limits = (most: Money, { wallet, paid, providerId }: Sources): Omit<Parts, 'loss'> => ({
  escrow: most,
  wallet,
  receivable: providerId ? paid : zero(paid.currency),
});
