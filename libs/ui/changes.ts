import { Component, input } from '@angular/core';
import type { Money } from '@money';
import { TranslatePipe } from '@ngx-translate/core';
import { MoneyView } from './money';

export type Said = string | Money | null;

/** One thing that would be different: what it is, and how it is said before and afterwards. */
export interface ChangeLine {
  id: string;
  label: string;
  before: Said;
  after: Said;
}

/** What would be different, side by side: `<ui-changes label="What changes" [lines]="…" />`. */
@Component({
  selector: 'ui-changes',
  imports: [MoneyView, TranslatePipe],
  template: `
    <table>
      <caption class="visually-hidden">
        {{
          label()
        }}
      </caption>
      <thead>
        <tr>
          <th scope="col">{{ 'ui.changes.what' | translate }}</th>
          <th scope="col">{{ 'ui.changes.before' | translate }}</th>
          <th scope="col">{{ 'ui.changes.after' | translate }}</th>
        </tr>
      </thead>
      <tbody>
        @for (line of lines(); track line.id) {
          <tr>
            <th scope="row">
              <bdi>{{ line.label }}</bdi>
            </th>
            @for (side of sides; track side) {
              <td [class]="line[side] === null ? 'none' : side">
                <span class="term" aria-hidden="true">{{ 'ui.changes.' + side | translate }}</span>
                @if (money(line[side]); as amount) {
                  <ui-money signed [of]="amount" />
                } @else {
                  <bdi>{{ line[side] ?? '–' }}</bdi>
                }
              </td>
            }
          </tr>
        }
      </tbody>
    </table>
  `,
  styles: `
    :host {
      display: block;
    }
    th,
    td {
      padding: var(--s2) var(--s3);
      border-block-start: 1px solid var(--line);
      text-align: start;
      vertical-align: baseline;
      overflow-wrap: anywhere;
    }
    thead th {
      border: 0;
      color: var(--muted);
      font-size: var(--t13);
    }
    th:first-child {
      padding-inline-start: 0;
    }
    tbody th {
      font-weight: 500;
    }
    .before {
      color: var(--muted);
      text-decoration: line-through;
      text-decoration-color: var(--line-strong);
    }
    .after {
      font-weight: 550;
    }
    .none {
      color: var(--muted);
    }
    .term {
      display: none;
    }
    @media (max-width: 560px) {
      thead {
        display: none;
      }
      tr {
        display: grid;
        grid-template-columns: 1fr 1fr;
        border-block-start: 1px solid var(--line);
        padding-block: var(--s2);
      }
      th,
      td {
        border: 0;
        padding: var(--s1) 0;
      }
      tbody th {
        grid-column: 1 / -1;
      }
      .term {
        display: block;
        color: var(--muted);
        font-size: var(--t12);
        font-weight: 400;
      }
    }
  `,
})
export class Changes {
  readonly label = input.required<string>();
  readonly lines = input.required<readonly ChangeLine[]>();
  protected readonly sides = ['before', 'after'] as const;
  protected money(said: Said): Money | null {
    return typeof said === 'object' ? said : null;
  }
}
