import { html, type Markup } from '../page/html';
import { formatAmount } from '../page/page';
import type { Visit } from './visit';

interface Money {
  amount: number;
  currency: string;
}

/** The merchant, the amount, the way out while nothing is paid, and the reminder that nobody pays for real. */
export function frame(visit: Visit, money: Money, content: Markup, isOpen = true): Markup {
  return html`<header class="test-mode">Test mode. No money moves.</header>
    <main class="sheet">
      <header class="summary">
        <p class="merchant">${visit.merchant}</p>
        <h1 class="amount">${splitAmount(money)}</h1>
        ${visit.description && html`<p class="for">${visit.description}</p>`}
        <p class="order muted">Order <code>${visit.orderId}</code></p>
        ${isOpen && visit.cancelUrl && html`<a class="back" href="${visit.cancelUrl}">Cancel and go back</a>`}
      </header>
      <div class="ways">${content}</div>
    </main>`;
}

/** Rupees large, paise small: they are read for different reasons. */
function splitAmount({ amount, currency }: Money): Markup {
  const text = formatAmount(amount, currency);
  const point = text.lastIndexOf('.');
  if (point < 0) return html`${text}`;
  return html`<bdi>${text.slice(0, point)}<small>${text.slice(point)}</small></bdi>`;
}
