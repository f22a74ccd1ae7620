import type { Account, Transfer } from '../bank/bank';
import type { PayoutBehaviour, PayoutFile } from '../bank/entities';
import type { Fault } from '../faults/faults';
import { html, type Markup } from '../page/html';
import type { OrderBehaviour, OrderFile, Payment } from '../razorpay/entities';
import type { Delivery } from '../webhooks/delivery';
import { faultsPanel, gatewayPanel, webhooksPanel } from './gateway-panels';
import { empty, instant, sender } from './shell';
import { acts, amount, code, status, table } from './table';

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

const parts: [string, string][] = [
  ['gateway', 'Orders'],
  ['webhooks', 'Webhooks'],
  ['payouts', 'Payouts'],
  ['accounts', 'Accounts'],
  ['transfers', 'Transfers'],
  ['faults', 'Faults'],
];

export function bankRoom(view: BankView): Markup {
  return html`<div class="head">
      <h1>Bank and gateways</h1>
      <nav class="end" aria-label="On this page">
        ${parts.map(([id, label]) => html`<a href="#${id}">${label}</a>`)}
      </nav>
    </div>
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
  const heads = ['Time', 'Payout', 'Reference', 'Amount', 'Status', 'UTR', acts];
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
        : table('Payouts', heads, payouts.map(payoutCells))
    }
  </section>`;
}

function payoutCells({ payout }: PayoutFile) {
  const { id, status: word, utr } = payout;
  return [
    instant(payout.created_at),
    code(id),
    payout.reference_id ?? '–',
    amount(payout.amount, payout.currency),
    status(word),
    utr ? code(utr) : '–',
    word === 'processed' && sender('Reverse', `POST /api/payouts/${id}/reverse`),
  ];
}

function accountsPanel(accounts: Account[]): Markup {
  const rows = accounts.map((account) => [
    account.name,
    code(account.number),
    amount(account.balance, account.currency),
  ]);
  return html`<section class="panel" id="accounts" data-live>
    <header><h2>Accounts</h2></header>
    ${table('Accounts', ['Name', 'Number', 'Balance'], rows)}
  </section>`;
}

function transfersPanel(transfers: Transfer[]): Markup {
  const rows = transfers.map((transfer) => [
    instant(transfer.at),
    transfer.reference,
    code(transfer.from),
    code(transfer.to),
    code(transfer.utr),
    amount(transfer.amount, transfer.currency),
  ]);
  return html`<section class="panel" id="transfers" data-live>
    <header><h2>Transfers</h2></header>
    ${table('Transfers', ['Time', 'For', 'From', 'To', 'UTR', 'Amount'], rows)}
  </section>`;
}
