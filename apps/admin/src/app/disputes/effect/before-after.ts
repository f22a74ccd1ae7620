import { Component, computed, inject, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { ConsoleCase } from '@wire/dispute-console';
import type { Simulation } from '@wire/disputes';
import { Say } from '@ui/app/say';
import type { Sides } from '@ui/dispute/split';
import { MoneyView } from '@ui/money';

/** Every account the journal would touch: before, change, after. The changes add up to zero. */
@Component({
  selector: 'app-before-after',
  imports: [MoneyView, TranslatePipe],
  template: `
    <div
      class="scroll"
      tabindex="0"
      role="region"
      [attr.aria-label]="'disputes.effect.accounts' | translate"
    >
      <table>
        <caption>
          {{
            'disputes.effect.accounts' | translate
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ 'disputes.effect.account' | translate }}</th>
            <th scope="col" class="end">{{ 'disputes.effect.before' | translate }}</th>
            <th scope="col" class="end">{{ 'disputes.effect.change' | translate }}</th>
            <th scope="col" class="end">{{ 'disputes.effect.after' | translate }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.account) {
            <tr>
              <th scope="row">
                {{ row.name }}
              </th>
              <td>
                @if (row.before; as before) {
                  <ui-money [of]="before" />
                } @else {
                  –
                }
              </td>
              <td><ui-money signed [of]="row.change" /></td>
              <td>
                @if (row.after; as after) {
                  <ui-money [of]="after" />
                } @else {
                  –
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    .scroll {
      overflow-x: auto;
    }
    caption {
      padding-block-end: var(--s2);
      font-size: var(--t13);
      font-weight: 550;
      text-align: start;
    }
    th,
    td {
      padding: 6px var(--s2);
      border-block-start: 1px solid var(--line);
      font-size: var(--t13);
      line-height: 1.4;
    }
    th:first-child {
      padding-inline-start: 0;
    }
    td:last-child,
    th:last-child {
      padding-inline-end: 0;
    }
    thead th {
      color: var(--muted);
    }
    tbody th {
      min-inline-size: 110px;
      overflow-wrap: anywhere;
    }
    td,
    .end {
      text-align: end;
    }
  `,
})
export class BeforeAfter {
  private readonly say = inject(Say);
  readonly accounts = input.required<Simulation['accounts']>();
  readonly view = input.required<ConsoleCase>();
  readonly names = input.required<Sides>();
  protected readonly rows = computed(() =>
    this.accounts().map((row) => ({ ...row, name: this.nameOf(row.account) })),
  );

  /** An account by whose it is and what it holds; one nobody has named by its own name. */
  private nameOf(account: string): string {
    const [kind = '', owner] = account.split(':');
    const { client, provider } = this.view();
    const who =
      owner === client.id
        ? this.names().client
        : owner === provider.id
          ? this.names().provider
          : '';
    const key = `disputes.accounts.${kind.replaceAll('.', '_')}`;
    const words = this.say.it(key, { who });
    return words === key ? account : words;
  }
}
