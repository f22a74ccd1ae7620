import { html, type Markup } from '../page/html';
import { originOf } from '../page/page';
import type { Mail, MailBehaviour } from '../mailbox/mail';
import { empty, instant, sender } from './shell';

export interface MailboxView {
  mails: Mail[];
  opened: Mail | undefined;
  to: string;
  behaviour: MailBehaviour;
  total: number;
}

export function mailboxRoom(view: MailboxView): Markup {
  const { mails, opened, to, total } = view;
  return html`<div class="head">
      <h1>Mailbox</h1>
      <div class="end">
        <form method="get" action="/" role="search">
          <label class="visually-hidden" for="to">Receiver</label>
          <input id="to" name="to" type="search" value="${to}" placeholder="Receiver’s address" />
          <button class="small">Filter</button>
        </form>
        ${sender('Empty the mailbox', 'DELETE /api/mailbox')}
      </div>
    </div>
    <div class="two ${opened && 'open'}">
      <section class="panel" aria-label="Mails">
        <div id="mails" data-live>
          ${
            mails.length === 0
              ? nothing(to)
              : html`<ul class="list">
                  ${mails.map((mail) => row(mail, view))}
                </ul>`
          }
          ${total > mails.length && !to && html`<p class="links muted">The newest ${mails.length} of ${total}.</p>`}
        </div>
      </section>
      <section class="panel letter" aria-label="Mail">
        ${opened ? letter(opened, to) : empty('Nothing opened', 'Choose a mail from the list.')}
      </section>
    </div>
    ${serverPanel(view.behaviour)}`;
}

function nothing(to: string): Markup {
  if (to) return empty('No mail for this address', 'Check the spelling, or clear the filter.');
  return empty('No mail yet', 'Everything that the product sends arrives here within a second.');
}

function row(mail: Mail, { opened, to }: MailboxView): Markup {
  const query = new URLSearchParams({ mail: mail.id, ...(to ? { to } : {}) });
  const current = mail.id === opened?.id ? html`aria-current="true"` : '';
  return html`<li>
    <a href="/?${query.toString()}" ${current}>
      <span class="who">${mail.subject || '(no subject)'}</span>
      ${instant(mail.receivedAt)}
      <span class="to">To ${mail.to.join(', ')}</span>
    </a>
  </li>`;
}

function letter(mail: Mail, to: string): Markup {
  const back = to ? `/?${new URLSearchParams({ to }).toString()}` : '/';
  const view = mail.html
    ? html`<iframe
        src="/api/mailbox/${mail.id}/html"
        title="The mail as its reader sees it"
        sandbox="allow-popups allow-popups-to-escape-sandbox"
      ></iframe>`
    : html`<pre>${mail.text}</pre>`;
  return html`<header>
      <a class="button only-phone" href="${back}">Back</a>
      <h2>${mail.subject || '(no subject)'}</h2>
    </header>
    <dl class="facts">
      <dt>From</dt>
      <dd>${mail.from}</dd>
      <dt>To</dt>
      <dd>${mail.to.join(', ')}</dd>
      <dt>Received</dt>
      <dd>${instant(mail.receivedAt)}</dd>
      ${
        mail.attachments.length > 0 &&
        html`<dt>Attached</dt>
          <dd>${mail.attachments.map(({ name }) => name).join(', ')}</dd>`
      }
    </dl>
    ${view} ${mail.links.length > 0 && links(mail.links)}
    <details>
      <summary>Plain text</summary>
      <pre>${mail.text || 'This mail has no plain text.'}</pre>
    </details>
    <details>
      <summary>Headers</summary>
      <dl class="facts">
        ${Object.entries(mail.headers).map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
    </details>`;
}

function links(addresses: string[]): Markup {
  return html`<ul class="links" aria-label="Links in this mail">
    ${addresses
      .filter((address) => originOf(address))
      .map((address) => html`<li><a href="${address}">${address}</a></li>`)}
  </ul>`;
}

function serverPanel(behaviour: MailBehaviour): Markup {
  const path = 'PUT /api/mailbox/behaviour';
  return html`<section class="panel" id="mail-server" data-live>
    <header>
      <h2>Mail server</h2>
      ${behaviour.down ? html`<span class="chip bad">Down</span>` : html`<span class="chip good">Listening</span>`}
      ${behaviour.greylistNext > 0 && html`<span class="chip wait">Greylists ${behaviour.greylistNext}</span>`}
      ${behaviour.slowMs > 0 && html`<span class="chip wait">Slow: ${behaviour.slowMs} ms</span>`}
      ${behaviour.bounce.map((address) => html`<span class="chip bad">Bounces ${address}</span>`)}
      <div class="end">
        ${sender('Greylist the next 3', path, { greylistNext: 3 })}
        ${sender('Be slow (5 s)', path, { slowMs: 5_000 })}
        ${behaviour.down ? '' : sender('Go down', path, { down: true })}
        ${sender('Behave well', path, { greylistNext: 0, bounce: [], down: false, slowMs: 0 })}
      </div>
    </header>
  </section>`;
}
