import { demoSeed, stepSeconds, type Reading } from '../authenticator/authenticator';
import { html, type Markup } from '../page/html';

/** An authenticator app for who has none at hand: six digits, and how long they are shown. */
export function authenticatorRoom({ seed, code, secondsLeft }: Reading): Markup {
  return html`<div class="head"><h1>Authenticator</h1></div>
    <section class="panel" aria-label="Code of this half minute">
      <div class="clock">
        <div data-code="/api/authenticator?seed=${seed}">
          <p class="now" data-digits>${code.slice(0, 3)} ${code.slice(3)}</p>
          <p class="muted">
            <meter min="0" max="${stepSeconds}" value="${secondsLeft}" aria-hidden="true"></meter>
            another in <span data-left>${secondsLeft}</span> s
          </p>
        </div>
        <p class="muted">
          ${
            seed === demoSeed
              ? 'The console asks for it after the password. Everybody of the demo staff has this key; for the product each of them is somebody else, and takes a code once.'
              : 'The code of the key below.'
          }
        </p>
        <form method="get" action="/console/authenticator">
          <p>
            <label for="seed">Key</label>
            <input
              id="seed"
              name="seed"
              value="${seed}"
              size="36"
              pattern="[A-Z2-7]{16,64}"
              title="16 to 64 letters and digits from 2 to 7"
              autocomplete="off"
              spellcheck="false"
              required
            />
          </p>
          <button>Show its code</button>
        </form>
      </div>
    </section>`;
}
