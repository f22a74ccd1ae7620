import { html, type Markup } from '../page/html';
import { describeOffset, sender } from './shell';

const hour = 3_600_000;
const moves: [string, number][] = [
  ['+1 h', hour],
  ['+1 d', 24 * hour],
  ['+3 d', 72 * hour],
  ['+7 d', 168 * hour],
  ['+14 d', 336 * hour],
];

export function clockRoom(offsetMs: number): Markup {
  const state = offsetMs === 0 ? 'Real time' : describeOffset(offsetMs);
  return html`<div class="head"><h1>Clock</h1></div>
    <section class="panel" aria-label="Sandbox time">
      <div class="clock">
        <div id="reading" data-live>
          <p class="now" data-now="${offsetMs}"></p>
          <span class="chip ${offsetMs === 0 ? 'good' : 'wait'}">${state}</span>
        </div>
        <p class="muted">
          Moving the clock makes timers due: reminders, reviews that open, escrow that is released
          by itself. Log-ins and codes keep to the real time.
        </p>
        <div class="moves">
          ${moves.map(([label, advanceMs]) => sender(label, 'POST /api/clock', { advanceMs }))}
          ${sender('Back to real time', 'POST /api/clock', { reset: true })}
        </div>
        <form data-send="POST /api/clock">
          <p>
            <label for="set">Go to</label>
            <input id="set" name="set" type="datetime-local" required />
          </p>
          <button>Set the clock</button>
        </form>
      </div>
    </section>`;
}
