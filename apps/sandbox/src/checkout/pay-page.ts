import { html, type Markup } from '../page/html';
import type { Page } from '../page/page';
import type { OrderFile, Payment } from '../razorpay/entities';
import { banks, testCards } from './choices';
import type { Mistakes } from './choose';
import { frame } from './frame';
import { checkoutStyle } from './style';
import type { Form, Visit } from './visit';

interface Stand {
  visit: Visit;
  file: OrderFile;
  /** The attempt that just failed. */
  failed: Payment | undefined;
  form: Form;
  mistakes: Mistakes;
}

export function payPage({ visit, file, failed, form, mistakes }: Stand): Page {
  const action = `/razorpay/v1/checkout/${visit.id}/pay`;
  const content = html`
    ${failed && failure(failed)}
    <form method="post" action="${action}" autocomplete="off" novalidate>
      <button
        class="visually-hidden"
        name="choice"
        value="enter"
        tabindex="-1"
        aria-hidden="true"
      ></button>
      ${cardWay(form, mistakes)} ${upiWay(form, mistakes)} ${bankWay(mistakes)} ${webhookFold()}
    </form>
  `;
  return {
    title: `Pay ${visit.merchant}`,
    style: checkoutStyle,
    body: frame(visit, file.order, content),
    script,
  };
}

function failure(payment: Payment): Markup {
  return html`<div class="notice bad" role="alert">
    <strong>The payment did not go through.</strong>
    <p>${payment.error_description ?? 'The bank did not answer.'} Nothing was charged.</p>
    <p>Choose another way to pay, or go back.</p>
  </div>`;
}

function cardWay(form: Form, mistakes: Mistakes): Markup {
  const isTyped = ['number', 'expiry', 'cvv'].some((name) => mistakes[name]);
  return html`<section class="way" aria-labelledby="card-way">
    <h2 id="card-way">Card</h2>
    <ul class="cards">
      ${testCards.map(
        ({ outcome, number, network, says }) =>
          html`<li>
            <button name="choice" value="card:${outcome}" class="card">
              <span class="brand">${network}</span>
              <bdi class="number" dir="ltr">•••• ${number.slice(-4)}</bdi>
              <span class="says">${says}</span>
            </button>
          </li>`,
      )}
    </ul>
    <details class="fold" ${isTyped ? html`open` : ''}>
      <summary>Type a card</summary>
      <div class="grid">
        ${field('number', 'Card number', form, mistakes, 'numeric')}
        ${field('expiry', 'Expiry (MM/YY)', form, mistakes, 'numeric')}
        ${field('cvv', 'CVV', form, mistakes, 'numeric')}
        ${field('holder', 'Name on the card', form, mistakes, 'text')}
        <button class="primary" name="choice" value="card">Pay with this card</button>
      </div>
    </details>
  </section>`;
}

function upiWay(form: Form, mistakes: Mistakes): Markup {
  return html`<section class="way" aria-labelledby="upi-way">
    <h2 id="upi-way">UPI</h2>
    <div class="row">
      <button name="choice" value="upi:success@razorpay">success@razorpay</button>
      <button name="choice" value="upi:failure@razorpay">failure@razorpay</button>
    </div>
    <details class="fold" ${mistakes['vpa'] ? html`open` : ''}>
      <summary>Type an address</summary>
      <div class="grid">
        ${field('vpa', 'UPI address', form, mistakes, 'email')}
        <button class="primary" name="choice" value="upi">Pay with UPI</button>
      </div>
    </details>
  </section>`;
}

function bankWay(mistakes: Mistakes): Markup {
  return html`<section class="way" aria-labelledby="bank-way">
    <h2 id="bank-way">Netbanking</h2>
    <div class="row">
      <label class="visually-hidden" for="bank">Your bank</label>
      <select id="bank" name="bank">
        ${Object.entries(banks).map(
          ([code, name]) => html`<option value="${code}">${name}</option>`,
        )}
      </select>
      <button name="choice" value="netbanking">Continue to the bank</button>
    </div>
    ${mistakes['bank'] && html`<p class="mistake">${mistakes['bank']}</p>`}
  </section>`;
}

function field(name: string, label: string, form: Form, mistakes: Mistakes, mode: string): Markup {
  const mistake = mistakes[name];
  const invalid = mistake && html`aria-invalid="true" aria-describedby="${name}-mistake"`;
  return html`<p class="field ${name}">
    <label for="${name}">${label}</label>
    <input id="${name}" name="${name}" value="${form[name]}" inputmode="${mode}" ${invalid} />
    ${mistake && html`<span class="mistake" id="${name}-mistake">${mistake}</span>`}
  </p>`;
}

function webhookFold(): Markup {
  return html`<details class="fold webhooks">
    <summary>What the webhooks do <span class="muted">(for testers)</span></summary>
    <div class="grid">
      <p class="field">
        <label for="duplicate">Extra copies of every event</label>
        <input id="duplicate" name="duplicate" type="number" min="0" max="20" value="0" />
      </p>
      <p class="field">
        <label for="delay">Late by (seconds)</label>
        <input id="delay" name="delay" type="number" min="0" max="3600" value="0" />
      </p>
      <p class="tick">
        <input id="outOfOrder" name="outOfOrder" type="checkbox" value="1" />
        <label for="outOfOrder">Out of order</label>
      </p>
      <p class="tick">
        <input id="drop" name="drop" type="checkbox" value="1" />
        <label for="drop">Lost on the way</label>
      </p>
    </div>
  </details>`;
}

/** A payment is sent once; while the bank thinks, the page says so. */
const script = `
const form = document.querySelector('form');
form.addEventListener('submit', (event) => {
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = 'yes';
  form.setAttribute('aria-busy', 'true');
  setTimeout(() => {
    const note = document.createElement('p');
    note.className = 'notice wait';
    note.setAttribute('role', 'status');
    note.textContent = 'Asking your bank. Please do not close this page.';
    form.before(note);
    note.scrollIntoView({ block: 'nearest' });
  }, 300);
});
addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
`;
