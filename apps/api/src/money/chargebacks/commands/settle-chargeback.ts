import { isPositive } from '@money';
import { Clock } from '@kernel/clock';
import { Streams } from '@kernel/streams';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { escrow, unfreeze } from '../../escrow';
import { chargeback, known, type OpenChargeback } from '../domain/chargeback';
import { booked, moved } from '../domain/recovery';

/** The bank decided. Won: the money goes back where it was taken; lost: what stood still goes on. */
export class SettleChargeback extends Command<void> {
  constructor(readonly chargebackId: string) {
    super();
  }
}

@CommandHandler(SettleChargeback)
export class SettleChargebackHandler implements ICommandHandler<SettleChargeback> {
  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  async execute({ chargebackId }: SettleChargeback): Promise<void> {
    const state = known(await this.streams.read(chargeback, chargebackId));
    const { outcome, taken } = state;
    if (!outcome || !taken) return;
    if (outcome === 'lost') return this.goOn(state);
    const thawing = await this.thaw(state, 'won');
    if (thawing.length > 0) await this.restoreWithEscrow(state, taken);
    else await this.restore(state, taken);
  }

  private async goOn({ contractId, chargebackId }: OpenChargeback): Promise<void> {
    const said = { outcome: 'lost', now: this.clock.now() } as const;
    await this.streams.decide(escrow, contractId, (now) => ({
      facts: unfreeze(now, chargebackId, said),
    }));
  }

  private async thaw({ contractId, chargebackId }: OpenChargeback, outcome: 'won' | 'lost') {
    const now = this.clock.now();
    return unfreeze(await this.streams.read(escrow, contractId), chargebackId, { outcome, now });
  }

  private async restoreWithEscrow(
    state: OpenChargeback,
    taken: NonNullable<OpenChargeback['taken']>,
  ): Promise<void> {
    const { chargebackId, contractId } = state;
    await this.streams.decide(
      escrow,
      contractId,
      (now) => {
        const fact = moved('ChargebackFundsRestored', state, taken);
        const { journal, told } = booked(fact);
        const own = {
          stream: `chargeback-${chargebackId}`,
          expected: 'any',
          facts: [fact],
        } as const;
        const facts = unfreeze(now, chargebackId, { outcome: 'won', now: this.clock.now() });
        return { facts, elsewhere: [own, ...told], journals: [journal] };
      },
      { intent: intent(state) },
    );
  }

  /** The milestone was settled meanwhile: its part waits in suspense for a person of finance. */
  private async restore(
    state: OpenChargeback,
    taken: NonNullable<OpenChargeback['taken']>,
  ): Promise<void> {
    await this.streams.decide(
      chargeback,
      state.chargebackId,
      (now) => {
        if (!known(now).taken) return { facts: [] };
        const fact = moved('ChargebackFundsRestored', state, taken);
        const escrowPart = isPositive(taken.parts.escrow) ? 'suspense' : undefined;
        const { journal, told } = booked(fact, escrowPart);
        return { facts: [fact], elsewhere: told, journals: [journal] };
      },
      { intent: intent(state) },
    );
  }
}

function intent({ chargebackId, rounds }: OpenChargeback) {
  const key = `${chargebackId}:${String(rounds)}`;
  return { scope: 'chargeback-restore', key, request: { chargebackId, rounds } };
}
