import { html, type Markup } from '../page/html';
import { codesIn, type MessageStatus, type Text } from '../phone/message';
import { empty, instant, sender } from './shell';

const shapes: Record<MessageStatus, [string, string]> = {
  queued: ['wait', 'Queued'],
  sent: ['note', 'Sent'],
  delivered: ['good', 'Delivered'],
  undelivered: ['bad', 'Not delivered'],
  failed: ['bad', 'Failed'],
  received: ['note', 'An answer'],
};

export function phoneRoom(texts: Text[]): Markup {
  return html`<div class="head">
      <h1>Phone</h1>
      <div class="end">${sender('Forget all messages', 'DELETE /api/phone')}</div>
    </div>
    <section class="panel" aria-label="Text messages">
      <form class="script" data-send="POST /api/phone/replies">
        <p class="muted">After STOP nothing is sent to a phone, until START.</p>
        <p>
          <label for="from">From the phone</label>
          <input id="from" name="from" type="tel" placeholder="+919876543210" required />
        </p>
        <p>
          <label for="body">Answer</label>
          <input id="body" name="body" placeholder="STOP" required />
        </p>
        <button class="small">Send the answer</button>
      </form>
      <div id="texts" data-live>
        ${
          texts.length === 0
            ? empty('No messages yet', 'One-time codes and other text messages arrive here.')
            : html`<ul class="texts">
                ${texts.map(text)}
              </ul>`
        }
      </div>
    </section>`;
}

function text({ message, receivedAt }: Text): Markup {
  const [shape, word] = shapes[message.status];
  return html`<li class="text">
    <p class="facts">
      <strong>${message.direction === 'inbound' ? html`From ${message.from}` : message.to}</strong>
      ${instant(receivedAt)}
      <span class="chip ${shape}">${word}</span>
      ${codesIn(message.body).map((code) => html`<span class="chip note">Code ${code}</span>`)}
    </p>
    <p class="bubble">${message.body}</p>
  </li>`;
}
