import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Permission } from '@wire/permissions';
import type { Recorded } from '@eventstore/record';
import type { ApprovalEvent } from '../../../money/approvals';
import type { ChargebackEvent } from '../../../money/chargebacks';
import { contractOf, type EscrowEvent } from '../../../money/escrow';
import type { ReconciliationEvent } from '../../../money/reconciliation';
import { StaffWho } from '../../../people/accounts';
import { links } from '../domain/links';
import type { About, Notice, NoticeKind } from '../domain/notices';

type StaffEvent = ApprovalEvent | ChargebackEvent | EscrowEvent | ReconciliationEvent;
type Said = {
  readonly [Type in StaffEvent['type']]?: (
    data: Extract<StaffEvent, { type: Type }>['data'],
    event: Recorded,
  ) => Notice[] | Promise<Notice[]>;
};

interface Asked {
  readonly approvalId: string;
  readonly action: string;
  readonly makerId: string;
}

/** What people of staff are told: what waits for them, and what became of what they asked for. */
@Injectable()
export class NoticesToStaff {
  constructor(private readonly queries: QueryBus) {}

  readonly said: Said = {
    ApprovalRequested: async (asked) => {
      const { requiredPermission, makerId, beneficiaries, amount, expiresAt: deadline } = asked;
      const about = { ...aboutOf(asked), deadline, ...(amount && { money: { amount } }) };
      const without = [makerId, ...beneficiaries];
      const link = links.approval(asked.approvalId);
      return this.toAll(requiredPermission, 'approval_requested', link, about, without);
    },
    ApprovalExpiring: (asked) => {
      const about = { ...aboutOf(asked), deadline: asked.expiresAt };
      const link = links.approval(asked.approvalId);
      return this.toAll(asked.requiredPermission, 'approval_expiring', link, about, [
        asked.makerId,
      ]);
    },
    ApprovalGranted: (asked) => toMaker('approval_granted', asked, { other: asked.checkerId }),
    ApprovalDenied: (asked) => toMaker('approval_rejected', asked, { other: asked.checkerId }),
    ApprovalExpired: (asked) => toMaker('approval_expired', asked),
    ApprovalFailed: (asked) => toMaker('approval_failed', asked, { reason: asked.code }),
    ChargebackReceived: (taken) => this.ofChargeback('chargeback_opened', taken),
    ChargebackPhaseEntered: (taken) => this.ofChargeback('chargeback_opened', taken),
    ChargebackAlarmRaised: (taken) => this.ofChargeback('chargeback_alarm', taken),
    ChargebackWon: (taken) => this.ofChargeback('chargeback_decided', taken, 'won'),
    ChargebackLost: (taken) => this.ofChargeback('chargeback_decided', taken, 'lost'),
    EscrowLimitNear: ({ maxHoldUntil: deadline }, { stream }) => {
      const contractId = contractOf(stream);
      return this.toAll('lift Hold', 'hold_limit_near', links.radar, { contractId, deadline });
    },
    // Once a day and partner, not once for every difference.
    ReconciliationRun: ({ gateway, date, opened }) =>
      opened > 0 ? this.ofDifference(gateway, date) : [],
    StatementRefused: ({ gateway, date }) => this.ofDifference(gateway, date),
    BreakOpened: ({ source, date }) => (source === 'ledger' ? this.ofDifference(source, date) : []),
  };

  private ofDifference(source: string, date: string): Promise<Notice[]> {
    const link = links.reconciliation(source, date);
    const about = { reference: `${source} ${date}` };
    return this.toAll('prepare Reconciliation', 'recon_difference', link, about);
  }

  private ofChargeback(
    kind: NoticeKind,
    taken: Extract<ChargebackEvent, { type: 'ChargebackWon' }>['data'] & {
      respondBy?: string | null;
    },
    reason?: string,
  ): Promise<Notice[]> {
    const { chargebackId, contractId, clientId, amount, respondBy } = taken;
    const about = {
      ...{ contractId, other: clientId, money: { amount } },
      ...(respondBy && { deadline: respondBy }),
      ...(reason && { reason }),
    };
    return this.toAll('answer Chargeback', kind, links.chargeback(chargebackId), about);
  }

  private async toAll(
    permission: string,
    kind: NoticeKind,
    link: string,
    about: About,
    without: readonly string[] = [],
  ): Promise<Notice[]> {
    const people = await this.queries.execute(new StaffWho(permission as Permission));
    return people.filter((to) => !without.includes(to)).map((to) => ({ kind, to, link, about }));
  }
}

const aboutOf = ({ action, makerId }: Asked): About => ({ reference: action, other: makerId });

const toMaker = (kind: NoticeKind, asked: Asked, about: About = {}): Notice[] => [
  {
    kind,
    to: asked.makerId,
    link: links.approval(asked.approvalId),
    about: { reference: asked.action, ...about },
  },
];
