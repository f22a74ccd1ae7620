import { minor, money } from '@money';
import type { ProposeJournal as Input } from '@wire/journals';
import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { derivedId } from '@kernel/derived-id';
import { reject } from '@kernel/reject';
import { Streams } from '@kernel/streams';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { RequestApproval } from '../../approvals';
import { balanced, journal, ownersOf, reversible, type Side } from '../domain/journal';

/** A maker of finance proposes a journal by hand. */
export class ProposeJournal extends Command<{ approvalId: string }> {
  constructor(
    readonly input: Input,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

/** A maker of finance proposes to take a journal back. */
export class ProposeReversal extends Command<{ approvalId: string }> {
  constructor(
    readonly journalId: string,
    readonly reason: string,
    readonly idempotencyKey: string,
  ) {
    super();
  }
}

const permissions = {
  makerPermission: 'prepare Journal',
  requiredPermission: 'approve Journal',
} as const;

@CommandHandler(ProposeJournal)
export class ProposeJournalHandler implements ICommandHandler<ProposeJournal> {
  constructor(
    private readonly commands: CommandBus,
    private readonly clock: Clock,
    private readonly context: RequestContext,
  ) {}

  async execute({ input, idempotencyKey }: ProposeJournal): Promise<{ approvalId: string }> {
    const { legs, effectiveAt, reason } = input;
    balanced(legs);
    if (new Date(effectiveAt) > this.clock.now()) reject('journals.in_the_future');
    // From the key: proposed again it is the same proposal, not the key with another body.
    const journalId = derivedId('journal', this.context.actor.id, idempotencyKey);
    const proposal = {
      ...permissions,
      action: 'journal.post',
      subject: `journal-${journalId}`,
      payload: { journalId, legs, effectiveAt },
      amount: moved(legs),
      beneficiaries: ownersOf(legs),
      reason,
      changes: legs.map(said),
    };
    return this.commands.execute(new RequestApproval(proposal, idempotencyKey));
  }
}

@CommandHandler(ProposeReversal)
export class ProposeReversalHandler implements ICommandHandler<ProposeReversal> {
  constructor(
    private readonly commands: CommandBus,
    private readonly streams: Streams,
  ) {}

  async execute({ journalId, reason, idempotencyKey }: ProposeReversal) {
    const { legs } = reversible(await this.streams.read(journal, journalId));
    const proposal = {
      ...permissions,
      action: 'journal.reverse',
      subject: `journal-${journalId}`,
      payload: { journalId },
      amount: moved(legs),
      beneficiaries: ownersOf(legs),
      reason,
      changes: legs.map(({ account, amount }) => ({
        field: account,
        before: `${amount.amountMinor} ${amount.currency}`,
        after: null,
      })),
    };
    return this.commands.execute(new RequestApproval(proposal, idempotencyKey));
  }
}

const said = ({ account, amount }: Side) => ({
  field: account,
  before: null,
  after: `${amount.amountMinor} ${amount.currency}`,
});

/** How much it moves: the positive legs of its first currency. */
function moved(legs: readonly Side[]) {
  const currency = legs[0]?.amount.currency ?? 'INR';
  const positive = legs.filter((one) => one.amount.currency === currency && minor(one.amount) > 0n);
  return money(
    positive.reduce((total, { amount }) => total + minor(amount), 0n),
    currency,
  );
}
