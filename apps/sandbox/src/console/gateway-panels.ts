import type { Fault } from '../faults/faults';
import { html, type Markup } from '../page/html';
import type { OrderBehaviour, OrderFile, Payment } from '../razorpay/entities';
import type { Delivery } from '../webhooks/delivery';
import { empty, instant, sender } from './shell';
import { acts, amount, code, status, table } from './table';

const outcomes: [string, string][] = [
  ['', 'As the customer chooses'],
  ['success', 'Pays at once'],
  ['challenge', 'Asks for a code'],
  ['decline', 'Is declined'],
  ['pending', 'Stays pending, then pays'],
  ['timeout', 'Bank does not answer'],
  ['no_return', 'Pays, way back is lost'],
];

export function gatewayPanel(
  orders: { file: OrderFile; payments: Payment[] }[],
  next: OrderBehaviour,
): Markup {
  const heads = ['Time', 'Order', 'Receipt', 'Amount', 'Status', 'Payments'];
  const isScripted = Object.keys(next).length > 0;
  return html`<section class="panel" aria-labelledby="gateway">
    <header id="gateway-head" data-live>
      <h2 id="gateway">Orders and payments</h2>
      ${isScripted && html`<span class="chip wait">Next order: ${describe(next)}</span>`}
      <div class="end">
        ${isScripted && sender('Clear the script', 'PUT /api/razorpay/behaviour', {})}
      </div>
    </header>
    <details>
      <summary>Script the next order</summary>
      ${scriptForm()}
    </details>
    <div id="orders" data-live>
      ${
        orders.length === 0
          ? empty('No orders yet', 'Fund a milestone in the marketplace; its order shows here.')
          : table('Orders', heads, orders.map(orderCells))
      }
    </div>
  </section>`;
}

function scriptForm(): Markup {
  return html`<form class="script" data-send="PUT /api/razorpay/behaviour">
    <p>
      <label for="outcome">The payment</label>
      <select id="outcome" name="outcome">
        ${outcomes.map(([value, label]) => html`<option value="${value}">${label}</option>`)}
      </select>
    </p>
    <p>
      <label for="duplicate">Extra webhooks</label>
      <input id="duplicate" name="duplicate" type="number" min="0" max="20" />
    </p>
    <p>
      <label for="delayMs">Late by (s)</label>
      <input id="delayMs" name="delayMs" type="number" min="0" max="3600" data-times="1000" />
    </p>
    <p class="tick">
      <input id="outOfOrder" name="outOfOrder" type="checkbox" />
      <label for="outOfOrder">Out of order</label>
    </p>
    <p class="tick">
      <input id="drop" name="drop" type="checkbox" />
      <label for="drop">Lost on the way</label>
    </p>
    <button class="primary">Script it</button>
  </form>`;
}

function describe(behaviour: OrderBehaviour): string {
  return Object.entries(behaviour)
    .map(([name, value]) => (value === true ? name : `${name} ${value}`))
    .join(', ');
}

function orderCells({ file, payments }: { file: OrderFile; payments: Payment[] }) {
  const { order } = file;
  return [
    instant(order.created_at),
    code(order.id),
    order.receipt ?? '–',
    amount(order.amount, order.currency),
    status(order.status),
    payments.length === 0 ? '–' : html`${payments.map(paymentLine)}`,
  ];
}

function paymentLine(payment: Payment): Markup {
  const means = payment.card
    ? `${payment.card.network} ${payment.card.last4}`
    : (payment.vpa ?? payment.bank ?? payment.method);
  return html`<div class="line">
    ${status(payment.status)} <span>${means}</span> <code>${payment.id}</code>
  </div>`;
}

export function webhooksPanel(deliveries: Delivery[]): Markup {
  const heads = ['Time', 'Event', 'About', 'Status', 'Attempts', acts];
  return html`<section class="panel" id="webhooks" data-live>
    <header><h2>Webhooks</h2></header>
    ${
      deliveries.length === 0
        ? empty('No webhooks yet', 'Every event that the gateways tell the product is listed here.')
        : table('Webhooks', heads, deliveries.map(deliveryCells))
    }
  </section>`;
}

function deliveryCells({ id, event, about, status: word, attempts, createdAt }: Delivery) {
  const answers = countRuns(attempts.map((one) => String(one.status ?? 'no answer')));
  const forgery = { deliveryId: id };
  return [
    instant(createdAt),
    event,
    code(about),
    status(word),
    answers || '–',
    html`${sender('Send again', `POST /api/webhooks/${id}/redeliver`, {})}
    ${sender('Forge', 'POST /api/webhooks/forge', forgery)}`,
  ];
}

const presets: [string, object][] = [
  [
    'Payout accepted, answer lost',
    { path: '/razorpay/v1/payouts', kind: 'timeout', when: 'after' },
  ],
  ['Order call gets no answer', { path: '/razorpay/v1/orders', kind: 'timeout' }],
  ['Gateway answers 503 three times', { path: '/razorpay', kind: 'error', times: 3 }],
  ['Text messages answer 503', { path: '/twilio', kind: 'error' }],
];

export function faultsPanel(faults: Fault[]): Markup {
  return html`<section class="panel" id="faults" data-live>
    <header>
      <h2>Faults to come</h2>
      <div class="end">
        ${presets.map(([label, body]) => sender(label, 'POST /api/faults', body))}
        ${faults.length > 0 && sender('Clear', 'DELETE /api/faults')}
      </div>
    </header>
    ${
      faults.length === 0
        ? empty('Everything works', 'Choose a fault: the next call that fits it goes wrong.')
        : table('Faults', ['Call', 'What', 'When', 'Times'], faults.map(faultCells))
    }
  </section>`;
}

function faultCells({ method, path, kind, when, times }: Fault) {
  const moment = when === 'before' ? 'before it arrives' : 'after it was done';
  return [code(`${method} ${path}`), kind, moment, times];
}

/** "no answer × 4, 200" instead of the same words four times. */
function countRuns(words: string[]): string {
  const runs: { word: string; times: number }[] = [];
  for (const word of words) {
    const last = runs.at(-1);
    if (last?.word === word) last.times++;
    else runs.push({ word, times: 1 });
  }
  return runs.map(({ word, times }) => (times > 1 ? `${word} × ${times}` : word)).join(', ');
}
