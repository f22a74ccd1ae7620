import { html, type Markup } from '../page/html';
import { formatAmount } from '../page/page';

type Cell = Markup | string | number | false | null;

/** The head of the column of buttons: there for those who hear the table. */
export const acts = 'Actions';
const numbers = ['Amount', 'Balance'];

/**
 * A table on a wide screen, a list of cards on a narrow one. The roles are written out because
 * a browser forgets that it is a table when the cells are laid out as blocks.
 */
export function table(name: string, heads: string[], rows: Cell[][]): Markup {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${name}">
    <table role="table">
      <thead role="rowgroup">
        <tr role="row">
          ${heads.map((head) => html`<th role="columnheader" class="${shapeOf(head)}"><span class="${head === acts && 'visually-hidden'}">${head}</span></th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map(
          (row) =>
            html`<tr role="row">
              ${row.map((cell, place) => toCell(cell, heads[place] ?? ''))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function toCell(cell: Cell, head: string): Markup {
  return html`<td role="cell" class="${shapeOf(head)}" data-head="${head}"><div>${cell}</div></td>`;
}

function shapeOf(head: string): string {
  if (head === acts) return 'acts';
  return numbers.includes(head) ? 'amount' : '';
}

export function amount(paise: number, currency: string): Markup {
  return html`<bdi>${formatAmount(paise, currency)}</bdi>`;
}

export function code(text: string): Markup {
  return html`<code>${text}</code>`;
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
