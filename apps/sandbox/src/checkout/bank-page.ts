import { html, type Markup } from '../page/html';
import type { Page } from '../page/page';
import type { Payment } from '../razorpay/entities';
import { bankCode } from './checkout';
import { banks } from './choices';
import { frame } from './frame';
import { checkoutStyle } from './style';
import type { Visit } from './visit';

/** The bank's own page: a code for cards (3-D Secure), yes or no for netbanking. */
export function bankPage(visit: Visit, payment: Payment, mistake?: string): Page {
  const question = payment.method === 'card' ? codeQuestion(payment, mistake) : yesOrNo(payment);
  const action = `/razorpay/v1/checkout/${visit.id}/bank/${payment.id}`;
  const content = html`<form class="bank" method="post" action="${action}" autocomplete="off">
    ${question}
  </form>`;
  return {
    title: 'Confirm at your bank',
    style: checkoutStyle,
    body: frame(visit, payment, content),
  };
}

function codeQuestion(payment: Payment, mistake: string | undefined): Markup {
  const invalid = mistake && html`aria-invalid="true" aria-describedby="code-mistake"`;
  return html`<h2>Sandbox Bank · secure check</h2>
    <p>
      To confirm the payment with the card ending in <strong>${payment.card?.last4}</strong>, enter
      the code that we sent to your phone.
    </p>
    <p class="field">
      <label for="code">Code</label>
      <input
        id="code"
        name="code"
        inputmode="numeric"
        maxlength="6"
        autocomplete="one-time-code"
        ${invalid}
      />
      ${mistake && html`<span class="mistake" id="code-mistake">${mistake}</span>`}
      <span class="muted">In the sandbox the code is always <code>${bankCode}</code>.</span>
    </p>
    <div class="row">
      <button class="primary" name="answer" value="yes">Confirm payment</button>
      <button name="answer" value="no">Decline</button>
    </div>`;
}

function yesOrNo(payment: Payment): Markup {
  const bank = banks[payment.bank ?? ''] ?? 'Sandbox Bank';
  return html`<h2>${bank}</h2>
    <p>You are signed in to the sandbox of ${bank}. Do you confirm this payment?</p>
    <div class="row">
      <button class="primary" name="answer" value="yes">Confirm payment</button>
      <button name="answer" value="no">Decline</button>
    </div>`;
}
