import { html, type Markup } from '../page/html';
import { formatAmount } from '../page/page';

/** A table that scrolls by itself on a narrow screen, with the keyboard too. */
export function table(name: string, heads: string[], rows: Markup[]): Markup {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${name}">
    <table>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col" class="${isAmount(head) && 'amount'}">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

export function amount(paise: number, currency = 'INR'): Markup {
  return html`<td class="amount"><bdi>${formatAmount(paise, currency)}</bdi></td>`;
}

const shapes: Record<string, string> = {
  paid: 'good',
  captured: 'good',
  processed: 'good',
  delivered: 'good',
  attempted: 'wait',
  created: 'note',
  authorized: 'note',
  queued: 'wait',
  processing: 'wait',
  waiting: 'wait',
  failed: 'bad',
  reversed: 'bad',
  lost: 'bad',
  gave_up: 'bad',
};

export function status(word: string): Markup {
  const label = word.charAt(0).toUpperCase() + word.slice(1).replaceAll('_', ' ');
  return html`<span class="chip ${shapes[word] ?? ''}">${label}</span>`;
}

function isAmount(head: string): boolean {
  return head === 'Amount' || head === 'Balance';
}
