import type { Recorded } from '@eventstore/record';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { ChargebackEvent } from '../../../money/chargebacks';
import { contractOf, EscrowParties, type EscrowEvent } from '../../../money/escrow';
import type { RestrictionEvent } from '../../../money/wallet';
import { links } from '../domain/links';
import type { About, Notice, NoticeKind } from '../domain/notices';

type StandstillEvent = ChargebackEvent | EscrowEvent | RestrictionEvent;
type Said = {
  readonly [Type in StandstillEvent['type']]?: (
    data: Extract<StandstillEvent, { type: Type }>['data'],
    event: Recorded,
  ) => Notice[] | Promise<Notice[]>;
};

/**
 * Who is told that money stands still, and that it goes on. Of a hold everybody reads the same words,
 * whatever its reason: to say which one it is, or to be silent for some, may be against the law.
 */
@Injectable()
export class StandstillNotices {
  constructor(private readonly queries: QueryBus) {}

  readonly said: Said = {
    ChargebackFundsTaken: ({ contractId, amount }) =>
      this.both('bank_took_back', contractId, { money: { amount } }),
    ChargebackFundsRestored: ({ contractId, amount }) =>
      this.both('bank_gave_back', contractId, { money: { amount } }),
    ChargebackLost: ({ contractId, amount, phase }) =>
      phase === 'retrieval' ? [] : this.both('bank_kept', contractId, { money: { amount } }),
    EscrowHeld: (_, event) => this.both('money_held', contractOf(event.stream)),
    EscrowHoldLifted: (_, event) => this.both('money_free', contractOf(event.stream)),
    WalletRestricted: ({ accountId }) => [toOwner('wallet_held', accountId)],
    WalletUnrestricted: ({ accountId }) => [toOwner('wallet_free', accountId)],
  };

  private async both(kind: NoticeKind, contractId: string, more: About = {}): Promise<Notice[]> {
    const sides = await this.queries.execute(new EscrowParties(contractId));
    const link = links.contract(contractId);
    const about = { contractId, ...more };
    return (['client', 'provider'] as const).flatMap((side) =>
      sides ? [{ kind, to: sides[`${side}Id`], side, link, about }] : [],
    );
  }
}

const toOwner = (kind: NoticeKind, to: string): Notice => ({
  kind,
  to,
  link: links.wallet,
  about: {},
});
