import { canonical, sha256 } from '@eventstore/chain';
import { sum, type Currency, type Money } from '@money';
import type { Simulation, Split } from '@wire/disputes';
import { RequestContext } from '@kernel/context';
import { Streams } from '@kernel/streams';
import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EffectOf, type Effect, type Parts } from '../../escrow';
import { dispute, known, sideOf } from '../domain/dispute';
import { allocationsOf } from '../domain/split';

/** What a split would do, by the real decision and its journal; nothing is written. */
export class SimulateOutcome extends Query<Simulation> {
  constructor(
    readonly disputeId: string,
    readonly split: Split,
    readonly viewer: 'party' | 'staff',
  ) {
    super();
  }
}

@QueryHandler(SimulateOutcome)
export class SimulateOutcomeHandler implements IQueryHandler<SimulateOutcome> {
  constructor(
    private readonly streams: Streams,
    private readonly queries: QueryBus,
    private readonly context: RequestContext,
  ) {}

  async execute({ disputeId, split, viewer }: SimulateOutcome): Promise<Simulation> {
    const open = known(await this.streams.read(dispute, disputeId));
    const { id: by } = this.context.actor;
    if (viewer === 'party') sideOf(open, by);
    const allocations = allocationsOf(open.milestones, split);
    const outcome = { disputeId, basis: 'decision', parts: allocations } as const;
    const effect = await this.queries.execute(new EffectOf(open.contractId, outcome));
    const told = { allocations, disputed: open.amount, ...effectOf(effect, open.amount.currency) };
    const changes = effect.accounts.map(({ account, change }) => ({ account, change }));
    return {
      ...told,
      accounts: viewer === 'staff' ? [...effect.accounts] : ownOnly(effect, by),
      hash: sha256(canonical({ ...told, changes })).toString('hex'),
    };
  }
}

/** A side sees its own balance and the escrow's; of the others only what changes. */
function ownOnly({ accounts }: Effect, by: string): Simulation['accounts'] {
  return accounts.map((one) =>
    one.account.includes(by) || one.account.startsWith('escrow:')
      ? one
      : { ...one, before: null, after: null },
  );
}

type Sides = Pick<Simulation, 'provider' | 'client'>;

/** What both sides end up with, of all milestones together. */
export function effectOf({ released, refunded }: Parts, currency: Currency): Sides {
  const total = (amounts: readonly Money[]): Money => sum(amounts, currency);
  return {
    provider: {
      gross: total(released.map(({ gross }) => gross)),
      fee: total(released.map(({ fee }) => fee)),
      tax: total(released.map(({ tax }) => tax)),
      net: total(released.map(({ net }) => net)),
    },
    client: {
      amount: total(refunded.map(({ amount }) => amount)),
      feeBack: total(refunded.map(({ fee }) => fee)),
      taxBack: total(refunded.map(({ tax }) => tax)),
      refund: total(refunded.map(({ total: whole }) => whole)),
    },
  };
}
