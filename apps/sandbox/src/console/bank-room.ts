import type { Account, Transfer } from '../bank/bank';
import type { PayoutBehaviour, PayoutFile } from '../bank/entities';
import type { Fault } from '../faults/faults';
import { html, type Markup } from '../page/html';
import type { OrderBehaviour, OrderFile, Payment } from '../razorpay/entities';
import type { Delivery } from '../webhooks/delivery';
import { faultsPanel, gatewayPanel, webhooksPanel } from './gateway-panels';
import { empty, instant, sender } from './shell';
import { amount, status, table } from './table';

export interface BankView {
  accounts: Account[];
  transfers: Transfer[];
  payouts: PayoutFile[];
  nextPayout: PayoutBehaviour;
  orders: { file: OrderFile; payments: Payment[] }[];
  nextOrder: OrderBehaviour;
  deliveries: Delivery[];
  faults: Fault[];
}

export function bankRoom(view: BankView): Markup {
  return html`<div class="head"><h1>Bank and gateways</h1></div>
    ${gatewayPanel(view.orders, view.nextOrder)} ${webhooksPanel(view.deliveries)}
    ${payoutsPanel(view.payouts, view.nextPayout)} ${accountsPanel(view.accounts)}
    ${transfersPanel(view.transfers)} ${faultsPanel(view.faults)}`;
}

const outcomes: [string, PayoutBehaviour][] = [
  ['Fail', { outcome: 'failed' }],
  ['Reverse later', { outcome: 'reversed' }],
  ['Queue', { outcome: 'queued' }],
  ['Accept, never answer', { outcome: 'timeout' }],
];

function payoutsPanel(payouts: PayoutFile[], next: PayoutBehaviour): Markup {
  const rows = payouts.map(
    ({ payout }) =>
      html`<tr>
        <td>${instant(payout.created_at)}</td>
        <td><code>${payout.id}</code></td>
        <td>${payout.reference_id ?? '–'}</td>
        ${amount(payout.amount, payout.currency)}
        <td>${status(payout.status)}</td>
        <td>${payout.utr ?? '–'}</td>
        <td class="acts">
          ${
            payout.status === 'processed' &&
            sender('Reverse', `POST /api/payouts/${payout.id}/reverse`)
          }
        </td>
      </tr>`,
  );
  return html`<section class="panel" id="payouts" data-live>
    <header>
      <h2>Payouts</h2>
      ${next.outcome && html`<span class="chip wait">Next one: ${next.outcome}</span>`}
      <div class="end">
        <span class="muted">The next one shall</span>
        ${outcomes.map(([label, body]) => sender(label, 'PUT /api/payouts/behaviour', body))}
      </div>
    </header>
    ${
      payouts.length === 0
        ? empty('No payouts yet', 'When a provider is paid out, the transfer shows here.')
        : table('Payouts', ['Time', 'Payout', 'Reference', 'Amount', 'Status', 'UTR', ''], rows)
    }
  </section>`;
}

function accountsPanel(accounts: Account[]): Markup {
  const rows = accounts.map(
    ({ number, name, balance, currency }) =>
      html`<tr>
        <td class="wide">${name}</td>
        <td><code>${number}</code></td>
        ${amount(balance, currency)}
      </tr>`,
  );
  return html`<section class="panel" id="accounts" data-live>
    <header><h2>Accounts</h2></header>
    ${table('Accounts', ['Name', 'Number', 'Balance'], rows)}
  </section>`;
}

function transfersPanel(transfers: Transfer[]): Markup {
  const rows = transfers.map(
    (transfer) =>
      html`<tr>
        <td>${instant(transfer.at)}</td>
        <td class="wide">${transfer.reference}</td>
        <td><code>${transfer.from}</code></td>
        <td><code>${transfer.to}</code></td>
        <td><code>${transfer.utr}</code></td>
        ${amount(transfer.amount, transfer.currency)}
      </tr>`,
  );
  return html`<section class="panel" id="transfers" data-live>
    <header><h2>Transfers</h2></header>
    ${table('Transfers', ['Time', 'For', 'From', 'To', 'UTR', 'Amount'], rows)}
  </section>`;
}
