import { razorpayId } from '../core/ids';
import { Setting } from '../core/setting';
import type { Shelf, Store } from '../core/store';
import type { Clock } from '../clock/clock';
import type { Order, OrderBehaviour, OrderFile } from './entities';
import {
  readAmount,
  readCurrency,
  readNotes,
  readOptional,
  refuseUnknown,
  type Fields,
} from './fields';
import { badRequest, unknownId } from './refusal';

const known = [
  'amount',
  'currency',
  'receipt',
  'notes',
  'payment_capture',
  'partial_payment',
  'customer_id',
];

export class Orders {
  /** How the next order behaves; wears off with it. */
  readonly next: Setting<OrderBehaviour>;
  readonly files: Shelf<OrderFile>;

  constructor(
    store: Store,
    private readonly clock: Clock,
  ) {
    this.files = store.shelf<OrderFile>('order');
    this.next = new Setting<OrderBehaviour>(store, 'order.next', {});
  }

  create(fields: Fields): Order {
    refuseUnknown(fields, known);
    if (fields['partial_payment'] === true) throw badRequest('Partial payment is not enabled.');
    const amount = readAmount(fields);
    const order: Order = {
      id: razorpayId('order'),
      entity: 'order',
      amount,
      amount_paid: 0,
      amount_due: amount,
      currency: readCurrency(fields),
      receipt: readOptional(fields, 'receipt', 40),
      offer_id: null,
      status: 'created',
      attempts: 0,
      notes: readNotes(fields),
      created_at: this.clock.seconds(),
    };
    const autoCapture = isYes(fields['payment_capture']);
    const file = { id: order.id, order, autoCapture, behaviour: this.next.take() };
    return this.files.put(file, order.receipt ?? '').order;
  }

  /** An order of the past, paid then. */
  remember(past: { id: string; amount: number; currency: string; at: number }): Order {
    const { id, amount, currency, at } = past;
    const order: Order = {
      ...{ id, entity: 'order', amount, amount_paid: amount, amount_due: 0, currency },
      ...{ receipt: null, offer_id: null, status: 'paid', attempts: 1, notes: [], created_at: at },
    };
    return this.files.put({ id, order, autoCapture: true, behaviour: {} }, '').order;
  }

  file(id: string): OrderFile {
    const file = this.files.get(id);
    if (!file) throw unknownId();
    return file;
  }

  change(id: string, change: Partial<Order>): Order {
    const file = this.file(id);
    return this.files.put({ ...file, order: { ...file.order, ...change } }).order;
  }

  behave(id: string, behaviour: OrderBehaviour): OrderBehaviour {
    return this.files.put({ ...this.file(id), behaviour }).behaviour;
  }

  list(receipt?: string, count = 10): Order[] {
    const page = receipt === undefined ? {} : { tag: receipt };
    return this.files.list({ ...page, limit: count }).map(({ order }) => order);
  }
}

function isYes(value: unknown): boolean {
  return value === true || value === 1 || value === '1' || value === 'true';
}
