import { minor } from '@money';
import { Database } from '@kernel/database';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { PayoutEvent } from '../../../money/payouts';
import { isWatchedCloser } from '../adapters/case-rows';
import { movementsOf, rulesNow } from '../adapters/rule-rows';
import { breaks, closer } from '../domain/rules';
import { RaiseAlerts, type NewAlert } from './raise-alerts';

type Requested = Extract<PayoutEvent, { type: 'PayoutRequested' }>['data'];

/** Holds a payout against the rules that are switched on. */
export class WatchMovement extends Command<void> {
  constructor(
    readonly payout: Requested,
    readonly at: string,
  ) {
    super();
  }
}

@CommandHandler(WatchMovement)
export class WatchMovementHandler implements ICommandHandler<WatchMovement> {
  constructor(
    private readonly database: Database,
    private readonly commands: CommandBus,
  ) {}

  async execute({ payout, at }: WatchMovement): Promise<void> {
    const { payoutId: id, providerId: accountId, bankAccountId } = payout;
    const known = await movementsOf(this.database, accountId, at);
    const earlier = known.filter((one) => one.id !== id);
    // The first bank account of all is nobody's change of mind.
    const newBank = earlier.length > 0 && !earlier.some(({ bankId }) => bankId === bankAccountId);
    const last = { id, accountId, amount: minor(payout.amount), newBank, at: new Date(at) };
    const usual = (await rulesNow(this.database)).filter(({ enabled }) => enabled);
    const rules = (await isWatchedCloser(this.database, accountId)) ? usual.map(closer) : usual;
    const broken = rules.filter((rule) => breaks(rule, last, earlier));
    const alerts = broken.map(({ rule, version }): NewAlert => {
      const alert = { kind: 'rule', rule, version, reference: id } as const;
      return { ...alert, strength: 'possible' };
    });
    await this.commands.execute(new RaiseAlerts(accountId, 'movement', alerts));
  }
}
