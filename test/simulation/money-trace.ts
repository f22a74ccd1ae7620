import { minorOf, type Said } from './expected-legs';
import { insist } from './violation';
import { hashOf, type Seen, type Watch } from './watch';

const text = String;
const dayMs = 86_400_000;

/** May follow: the states that a fact may find. Everything else is a step back or a second time. */
const order: Readonly<Record<string, readonly string[]>> = {
  DepositAuthorized: ['DepositInitiated', 'DepositFailed'],
  DepositCaptured: ['DepositInitiated', 'DepositFailed', 'DepositAuthorized'],
  PayoutPrepared: ['PayoutRequested', 'PayoutPreparationLapsed'],
  PayoutPreparationLapsed: ['PayoutPrepared'],
  PayoutApproved: ['PayoutRequested', 'PayoutPrepared'],
  PayoutRejected: ['PayoutPrepared'],
  PayoutSubmitted: ['PayoutApproved', 'PayoutOutcomeUnknown'],
  PayoutOutcomeUnknown: ['PayoutApproved'],
  PayoutPaid: ['PayoutApproved', 'PayoutSubmitted', 'PayoutOutcomeUnknown'],
  PayoutFailed: ['PayoutApproved', 'PayoutSubmitted', 'PayoutOutcomeUnknown'],
  PayoutReversed: ['PayoutPaid'],
  ApprovalGranted: ['ApprovalRequested', 'ApprovalExpiring'],
  ApprovalDenied: ['ApprovalRequested', 'ApprovalExpiring'],
  ApprovalExpired: ['ApprovalRequested', 'ApprovalExpiring'],
  ApprovalExecuted: ['ApprovalGranted'],
  ApprovalFailed: ['ApprovalGranted'],
};
/** Facts beside the states of their stream. */
const beside = new Set(['DepositRefundRequested', 'DepositRefundCompleted', 'DepositRefundFailed']);

export interface Asked {
  readonly said: Said;
  readonly at: string;
  granted: Said | null;
}

/** What deposits, payouts, approvals, chargebacks and disputes may say, and when. */
export class MoneyTrace {
  readonly last = new Map<string, string>();
  readonly firsts = new Map<string, Said>();
  readonly approvals = new Map<string, Asked>();
  readonly refunds = new Map<string, 'requested' | 'completed' | 'failed'>();
  readonly taken = new Map<string, Said>();
  private readonly prepared = new Map<string, Said>();
  private readonly executed = new Set<string>();
  private readonly phases = new Map<string, unknown>();
  /** Who made an offer. */
  private readonly offers = new Map<string, string>();

  constructor(private readonly watch: Watch) {}

  see(seen: Seen): void {
    const { stream, type, said } = seen;
    this.inOrder(stream, type);
    this.facts[type]?.(said, seen);
    if (beside.has(type)) return;
    this.last.set(stream, type);
    if (!this.firsts.has(stream)) this.firsts.set(stream, said);
  }

  private inOrder(stream: string, type: string): void {
    const allowed = order[type];
    if (!allowed) return;
    const before = this.last.get(stream) ?? 'nothing';
    insist(
      allowed.includes(before),
      'states only climb',
      () => `${type} after ${before} (${stream})`,
    );
  }

  private readonly facts: Readonly<Record<string, (said: Said, seen: Seen) => void>> = {
    DepositCaptured: (said, { stream }) =>
      insist(
        minorOf(this.firsts.get(stream)?.['amount']) === minorOf(said['amount']),
        'captured as asked',
        () => stream,
      ),
    DepositRefundRequested: (said, { stream }) => this.refundAsked(said, stream),
    DepositRefundCompleted: (said) => this.refundEnds(said, 'completed'),
    DepositRefundFailed: (said) => this.refundEnds(said, 'failed'),
    PayoutPrepared: (said, { stream }) => this.prepared.set(stream, said),
    PayoutRejected: (said, { stream }) => {
      const own = this.prepared.get(stream)?.['approvalId'] === said['approvalId'];
      insist(own, 'refused as it was prepared', () => stream);
    },
    PayoutApproved: (said, { stream }) => this.payoutApproved(said, stream),
    ApprovalRequested: (said, { at }) => this.asked(said, at),
    ApprovalGranted: (said, { at }) => this.granted(said, at),
    EscrowHoldLifted: (said, { stream }) =>
      this.runs(
        text(said['approvalId']),
        'hold.lift',
        (payload) =>
          stream === `escrow-${text(payload['contractId'])}` &&
          payload['holdId'] === said['holdId'],
      ),
    GoodwillGiven: (said) =>
      this.runs(
        text(said['goodwillId']),
        'refund.goodwill',
        (payload) => minorOf(payload['amount']) === minorOf(said['amount']),
      ),
    JournalPosted: (said) =>
      this.runs(
        text(said['approvalId']),
        'journal.post',
        (payload) => hashOf(payload['legs']) === hashOf(said['legs']),
      ),
    JournalReversed: (said, { stream }) => {
      const back = (this.firsts.get(stream)?.['legs'] as Said[]).map(opposite);
      insist(hashOf(back) === hashOf(said['legs']), 'taken back as it was', () => stream);
      this.runs(
        text(said['approvalId']),
        'journal.reverse',
        (payload) => payload['journalId'] === said['journalId'],
      );
    },
    OfferMade: (said) => this.offers.set(text(said['offerId']), text(said['by'])),
    OfferAccepted: (said) => {
      const offerId = text(said['offerId']);
      insist(this.offers.get(offerId) !== said['by'], 'nobody accepts an own offer', () => offerId);
    },
    DecisionIssued: (said, { stream }) => this.decision(said, stream),
    ChargebackReceived: (said, { stream }) => this.phases.set(stream, said['phase']),
    ChargebackPhaseEntered: (said, { stream }) => this.phases.set(stream, said['phase']),
    DisputeFinal: (said) => this.disputeEnds(said),
    DisputeSettled: (said) => this.disputeEnds(said),
    ChargebackFundsTaken: (said, { stream }) => this.fundsTaken(said, stream),
    ChargebackFundsRestored: (said, { stream }) => {
      const before = this.taken.get(stream);
      insist(before !== undefined, 'restored what was taken', () => stream);
      insist(
        hashOf(before['parts']) === hashOf(said['parts']),
        'restored in the same parts',
        () => stream,
      );
      this.taken.delete(stream);
    },
  };

  private refundAsked(said: Said, stream: string): void {
    const id = text(said['refundId']);
    insist(!this.refunds.has(id), 'a refund is asked once', () => id);
    this.refunds.set(id, 'requested');
    const key = `refunded ${stream}`;
    const all = minorOf(said['amount']) + minorOf(this.firsts.get(key)?.['amount'] ?? none);
    this.firsts.set(key, { amount: { amountMinor: text(all) } });
    const most = minorOf(this.firsts.get(stream)?.['amount']);
    insist(all <= most, 'refunded at most what came in', () => `${stream} ${text(all)}`);
  }

  private refundEnds(said: Said, state: 'completed' | 'failed'): void {
    const id = text(said['refundId']);
    insist(this.refunds.get(id) === 'requested', 'a refund ends once', () => id);
    this.refunds.set(id, state);
    if (state === 'completed') return;
    const key = `refunded deposit-${text(said['depositId'])}`;
    const all = minorOf(this.firsts.get(key)?.['amount'] ?? none) - minorOf(said['amount']);
    this.firsts.set(key, { amount: { amountMinor: text(all) } });
  }

  private payoutApproved(said: Said, stream: string): void {
    const asked = this.firsts.get(stream) ?? {};
    const { checkerId } = said;
    if (checkerId === null) {
      insist(
        minorOf(asked['amount']) <= 2_500_000n,
        'large payouts need two persons',
        () => stream,
      );
      return;
    }
    const { makerId, approvalId } = this.prepared.get(stream) ?? {};
    const two = makerId !== checkerId && asked['providerId'] !== checkerId;
    insist(two, 'two persons, neither of them the provider', () => stream);
    insist(makerId !== asked['providerId'], 'the provider prepares nothing', () => stream);
    insist(approvalId === said['approvalId'], 'sent as it was prepared', () => stream);
    this.runs(text(approvalId), 'payout.send', (payload) => {
      const same = minorOf(payload['amount']) === minorOf(asked['amount']);
      return same && payload['bankAccountId'] === asked['bankAccountId'];
    });
  }

  private asked(said: Said, at: string): void {
    const { payload, payloadHash, beneficiaries, makerId, expiresAt } = said;
    insist(hashOf(payload) === payloadHash, 'an approval is bound to its input', () =>
      text(makerId),
    );
    const gains = (beneficiaries as string[]).includes(text(makerId));
    insist(!gains, 'whoever gains does not ask', () => text(makerId));
    const open = Date.parse(text(expiresAt)) - Date.parse(at);
    insist(open === 2 * dayMs, 'open for 48 hours', () => text(open));
    this.approvals.set(text(said['approvalId']), { said, at, granted: null });
  }

  private granted(said: Said, at: string): void {
    const id = text(said['approvalId']);
    const asked = this.approvals.get(id);
    insist(asked !== undefined, 'granted what was asked', () => id);
    const { makerId, beneficiaries, payloadHash, expiresAt } = asked.said;
    insist(said['checkerId'] !== makerId, 'the maker is not the checker', () => id);
    const gains = (beneficiaries as string[]).includes(text(said['checkerId']));
    insist(!gains, 'whoever gains does not decide', () => id);
    insist(hashOf(said['payload']) === payloadHash, 'granted exactly what was asked', () => id);
    insist(at < text(expiresAt), 'granted in time', () => id);
    asked.granted = said;
  }

  /** What needs two people runs once, under a grant, with exactly its input. */
  private runs(approvalId: string, action: string, fits: (payload: Said) => boolean): void {
    const granted = this.approvals.get(approvalId)?.granted;
    insist(
      granted?.['action'] === action,
      'run only when granted',
      () => `${action} ${approvalId}`,
    );
    insist(fits(granted['payload'] as Said), 'run as granted', () => `${action} ${approvalId}`);
    insist(!this.executed.has(approvalId), 'granted once, run once', () => approvalId);
    this.executed.add(approvalId);
  }

  private decision(said: Said, stream: string): void {
    const opened = this.firsts.get(stream) ?? {};
    for (const one of said['allocations'] as Said[]) {
      const milestone = (opened['milestones'] as Said[]).find(
        ({ id }) => id === one['milestoneId'],
      );
      const all = minorOf(one['toProvider']) + minorOf(one['toClient']);
      insist(all === minorOf(milestone?.['amount']), 'a decision gives all away', () => stream);
    }
    if (said['basis'] !== 'ruling') return;
    const large = minorOf(opened['amount']) > 5_000_000n;
    const { approverId, mediatorId } = said;
    const two = approverId !== null && approverId !== mediatorId;
    insist(!large || two, 'a large ruling needs two persons', () => stream);
  }

  private disputeEnds(said: Said): void {
    this.watch.escrows.endedDisputes.set(text(said['disputeId']), said);
  }

  /** Rest of the milestone, wallet of the client, what the provider was paid, ourselves: in that order. */
  private fundsTaken(said: Said, stream: string): void {
    const { escrow, wallet, receivable, loss } = said['parts'] as Record<string, unknown>;
    const [one, two, three, four] = [escrow, wallet, receivable, loss].map(minorOf) as [
      ...[bigint, bigint, bigint, bigint],
    ];
    const amount = minorOf(said['amount']);
    insist(one + two + three + four === amount, 'a recovery is all of it', () => stream);
    insist(
      [one, two, three, four].every((part) => part >= 0n),
      'parts of a recovery',
      () => stream,
    );
    const phase = text(this.phases.get(stream));
    insist(phase !== 'retrieval', 'a question takes nothing', () => stream);
    const contract = text(said['contractId']);
    const { state, chargeback, amount: rest } = this.watch.escrows.milestone(contract, said);
    const isThere = ['funded', 'in_review', 'changes'].includes(state) && chargeback === null;
    const most = isThere ? rest : 0n;
    insist(
      one === (most < amount ? most : amount),
      'the rest of the milestone first',
      () => stream,
    );
    const { currency } = said['amount'] as { currency: string };
    const left = this.watch.balances.get(`wallet:${text(said['clientId'])}:available:${currency}`);
    insist(three + four === 0n || (left ?? 0n) === 0n, 'then the wallet', () => stream);
    insist(!this.taken.has(stream), 'taken once', () => stream);
    this.taken.set(stream, said);
  }
}

const opposite = (leg: Said): Said => {
  const amount = leg['amount'] as { amountMinor: string };
  return { ...leg, amount: { ...amount, amountMinor: text(-BigInt(amount.amountMinor)) } };
};
const none = { amountMinor: '0' };
