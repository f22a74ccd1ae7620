import { razorpayId } from '../core/ids';
import { problem } from '../core/problem';
import type { Shelf, Store } from '../core/store';
import { customers, type Bank } from '../bank/bank';
import type { Clock } from '../clock/clock';
import type { Webhooks } from '../webhooks/webhooks';
import type { Dispute, DisputePhase } from './entities';
import { readAmount, readText, refuseUnknown, type Fields } from './fields';
import type { Orders } from './orders';
import type { Payments } from './payments';
import { badRequest, unknownId } from './refusal';

export interface Raise {
  paymentId: string;
  /** Paise; the whole payment when not said. */
  amount?: number;
  phase?: DisputePhase;
  reasonCode?: string;
  /** Days until an answer is due. */
  respondInDays?: number;
}

const phases: DisputePhase[] = ['retrieval', 'chargeback', 'pre_arbitration', 'arbitration'];
const daySeconds = 86_400;

/** What a payer's bank does about a payment: the person at the console is the bank. */
export class Disputes {
  readonly shelf: Shelf<Dispute>;

  constructor(
    store: Store,
    private readonly orders: Orders,
    private readonly payments: Payments,
    private readonly webhooks: Webhooks,
    private readonly bank: Bank,
    private readonly clock: Clock,
  ) {
    this.shelf = store.shelf<Dispute>('dispute');
  }

  get(id: string): Dispute {
    const dispute = this.shelf.get(id);
    if (!dispute) throw unknownId();
    return dispute;
  }

  raise({
    paymentId,
    phase = 'chargeback',
    reasonCode,
    respondInDays = 3,
    ...rest
  }: Raise): Dispute {
    const payment = this.payments.get(paymentId);
    if (!payment.captured) {
      throw problem(409, 'sandbox.not_captured', 'Only captured money can be taken back.');
    }
    const amount = rest.amount ?? payment.amount;
    if (amount > payment.amount) {
      throw problem(422, 'sandbox.too_much', 'More than the payment cannot be taken back.');
    }
    const now = this.clock.seconds();
    const dispute: Dispute = {
      id: razorpayId('disp'),
      entity: 'dispute',
      payment_id: payment.id,
      amount,
      currency: payment.currency,
      amount_deducted: 0,
      reason_code: reasonCode ?? 'goods_or_services_not_received_or_partially_received',
      respond_by: now + respondInDays * daySeconds,
      status: 'open',
      phase,
      evidence: null,
      created_at: now,
    };
    this.keepMoney(dispute);
    return this.tell('created', this.shelf.get(dispute.id) ?? dispute);
  }

  /** The next word of the bank: a status, or the next phase with its own time to answer. */
  say(id: string, word: 'action_required' | 'under_review' | 'won' | 'lost' | 'closed'): Dispute {
    const dispute = this.get(id);
    if (word === 'action_required') return this.tell(word, dispute);
    const changed = this.shelf.put({ ...dispute, status: word });
    if (word === 'won') this.giveBack(changed);
    return this.tell(word, this.get(id));
  }

  escalate(id: string): Dispute {
    const dispute = this.get(id);
    const phase = phases[phases.indexOf(dispute.phase) + 1];
    if (!phase) throw problem(409, 'sandbox.last_phase', 'Nothing comes after arbitration.');
    const respondBy = this.clock.seconds() + 2 * daySeconds;
    this.keepMoney({ ...dispute, phase, status: 'open', respond_by: respondBy, evidence: null });
    return this.tell('created', this.get(id));
  }

  /** PATCH /disputes/:id/contest: `draft` keeps the evidence, `submit` sends it to the bank. */
  contest(id: string, fields: Fields): Dispute {
    const { amount, summary, action = 'draft', ...documents } = fields;
    refuseUnknown(documents, evidenceKinds);
    const dispute = this.get(id);
    if (dispute.status !== 'open') {
      throw badRequest('This dispute cannot be contested in its current status.');
    }
    const contested = amount === undefined ? dispute.amount : readAmount(fields);
    const text = summary === undefined ? '' : readText(fields, 'summary');
    const evidence = { amount: contested, summary: text, submitted_at: this.clock.seconds() };
    const kept = this.shelf.put({ ...dispute, evidence });
    if (action !== 'submit') return kept;
    return this.say(id, 'under_review');
  }

  private keepMoney(dispute: Dispute): void {
    if (dispute.phase === 'retrieval' || dispute.amount_deducted > 0) {
      this.shelf.put(dispute, dispute.payment_id);
      return;
    }
    const { amount, currency } = dispute;
    this.shelf.put({ ...dispute, amount_deducted: amount }, dispute.payment_id);
    this.bank.move(this.bank.platformAccount, customers, amount, currency, `Dispute ${dispute.id}`);
  }

  private giveBack(dispute: Dispute): void {
    const { amount_deducted: amount, currency, id } = dispute;
    if (amount === 0) return;
    this.bank.move(customers, this.bank.platformAccount, amount, currency, `Dispute ${id} won`);
    this.shelf.put({ ...dispute, amount_deducted: 0 });
  }

  private tell(word: string, dispute: Dispute): Dispute {
    const payment = this.payments.get(dispute.payment_id);
    const { behaviour } = this.orders.file(payment.order_id);
    const fact = { event: `payment.dispute.${word}`, entities: { payment, dispute } };
    this.webhooks.tell(payment.order_id, [fact], behaviour);
    return dispute;
  }
}

const evidenceKinds = [
  'shipping_proof',
  'billing_proof',
  'cancellation_proof',
  'customer_communication',
  'proof_of_service',
  'explanation_letter',
  'refund_confirmation',
  'access_activity_log',
  'refund_cancellation_policy',
  'term_and_conditions',
  'others',
];
