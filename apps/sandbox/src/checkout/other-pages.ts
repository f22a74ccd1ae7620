import { html } from '../page/html';
import type { Page } from '../page/page';
import type { Payment } from '../razorpay/entities';
import { frame } from './frame';
import { checkoutStyle } from './style';
import type { Visit } from './visit';

export function waitPage(visit: Visit, payment: Payment): Page {
  const where = payment.vpa ? `Approve it in the app of ${payment.vpa}.` : 'This can take a while.';
  const content = html`<section class="state" aria-live="polite">
    <span class="chip wait">Pending</span>
    <h2>Your bank is still confirming</h2>
    <p>${where} This page goes on by itself when the bank has answered.</p>
    <p class="muted">
      You may also leave: ${visit.merchant} hears from us when the payment is through.
    </p>
  </section>`;
  return {
    title: 'Waiting for your bank',
    style: checkoutStyle,
    body: frame(visit, payment, content),
    refreshSeconds: 1,
    script: waitScript,
  };
}

/** Asks quietly; a page that reloads every second could not be read out. */
const waitScript = `
setInterval(async () => {
  const answer = await fetch(location.href);
  if (answer.redirected) location.replace(answer.url);
}, 700);
`;

export function lostPage(visit: Visit, payment: Payment): Page {
  const content = html`<section class="state">
    <span class="chip note">Connection lost</span>
    <h2>We lost your browser on the way back</h2>
    <p>
      The bank has taken the payment <code>${payment.id}</code>, but ${visit.merchant} was not told
      by this page. The signed webhook is the only message.
    </p>
    ${visit.cancelUrl && html`<a class="button" href="${visit.cancelUrl}">Go to ${visit.merchant}</a>`}
  </section>`;
  return {
    title: 'Connection lost',
    style: checkoutStyle,
    body: frame(visit, payment, content, false),
  };
}

/** Sends the browser back with a POST, as the real checkout does with a callback address. */
export function returnPage(visit: Visit, payment: Payment, receipt: Record<string, string>): Page {
  const fields = Object.entries(receipt).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  const content = html`<form class="state" method="post" action="${visit.callbackUrl}">
    <span class="chip good">Paid</span>
    <h2>Taking you back to ${visit.merchant}</h2>
    ${fields}
    <button class="primary">Continue</button>
  </form>`;
  return {
    title: 'Payment done',
    style: checkoutStyle,
    body: frame(visit, payment, content, false),
    script: "document.querySelector('form').submit();",
  };
}

export function errorPage(status: number, message: string): Page {
  return {
    status,
    title: 'This checkout cannot open',
    style: checkoutStyle,
    body: html`<header class="test-mode">Test mode. No money moves.</header>
      <main class="sheet alone">
        <div class="ways">
          <section class="state">
            <span class="chip bad">Not opened</span>
            <h1>This checkout cannot open</h1>
            <p>${message}</p>
            <p class="muted">Nothing was charged. Go back to the shop and try again.</p>
          </section>
        </div>
      </main>`,
  };
}
