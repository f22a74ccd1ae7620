import type { Heard, Verdict } from '../hooks/hooks';
import { html, type Markup } from '../page/html';
import { empty, instant, sender } from './shell';
import { acts, code, table } from './table';

const shapes: Record<Verdict, [string, string]> = {
  genuine: ['good', 'Genuine'],
  forged: ['bad', 'Forged'],
  too_old: ['bad', 'Too old'],
  no_secret: ['wait', 'No secret yet'],
};

export interface HooksView {
  heard: Heard[];
  inboxes: { inbox: string; hasSecret: boolean; status: number }[];
  address: string;
}

/** A receiver for the webhooks of members: who tries them out needs no server of their own. */
export function hooksRoom({ heard, inboxes, address }: HooksView): Markup {
  return html`<div class="head">
      <h1>Webhooks</h1>
      <div class="end">${sender('Forget all', 'DELETE /api/hooks')}</div>
    </div>
    <section class="panel" aria-label="Inboxes">
      <form class="script" data-send="PUT /api/hooks/demo">
        <p class="muted">
          Point an endpoint to ${code(`${address}/hooks/demo`)} and give the inbox its secret: then
          forged messages are told from genuine ones, and refused.
        </p>
        <p>
          <label for="secret">Secret of the inbox demo</label>
          <input id="secret" name="secret" placeholder="whsec_…" autocomplete="off" />
        </p>
        <button class="small">Keep the secret</button>
      </form>
      <div id="inboxes" data-live>
        ${
          inboxes.length > 0 &&
          table(
            'Inboxes',
            ['Inbox', 'Secret', 'Answers', acts],
            inboxes.map(({ inbox, hasSecret, status }) => [
              code(inbox),
              hasSecret ? 'Known' : 'None',
              status,
              status < 300
                ? sender('Answer 503', `PUT /api/hooks/${inbox}`, { status: 503 })
                : sender('Answer 204', `PUT /api/hooks/${inbox}`, { status: 204 }),
            ]),
          )
        }
      </div>
    </section>
    <section class="panel" aria-label="Messages">
      <div id="hooks" data-live>
        ${
          heard.length === 0
            ? empty('Nothing heard yet', 'What the product tells its members arrives here.')
            : table(
                'Messages',
                ['Inbox', 'Received', 'Signature', 'Answered', 'Body'],
                heard.map(row),
              )
        }
      </div>
    </section>`;
}

function row({ inbox, receivedAt, verdict, repeated, answered, body }: Heard): (Markup | number)[] {
  const [shape, word] = shapes[verdict];
  return [
    code(inbox),
    instant(receivedAt),
    html`<span class="chip ${shape}">${word}</span>
      ${repeated && html`<span class="chip note">Repeated</span>`}`,
    answered,
    code(body),
  ];
}
