import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { WebhookDelivery } from '@wire/webhooks';
import { listing } from '@ui/app/listing';
import { asProblem } from '@ui/app/problem';
import { pulse } from '@ui/app/pulse';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { EmptyState } from '@ui/empty-state';
import { Cell } from '@ui/grid/cell';
import { columnsFrom, type Column } from '@ui/grid/columns';
import { DataGrid } from '@ui/grid/data-grid';
import { Moment } from '@ui/moment';
import { ProblemWords } from '@ui/problem-words';
import { Status, type Tone } from '@ui/status';
import { Toasts } from '@ui/toasts';
import { WebhooksApi } from './webhooks.api';

const tones: Readonly<Record<WebhookDelivery['state'], Tone>> = {
  waiting: 'info',
  delivered: 'brand',
  failed: 'danger',
  dropped: 'neutral',
};

/** What one endpoint was told, whether it took it, and the way to say it once more. */
@Component({
  selector: 'app-deliveries',
  imports: [Button, Cell, DataGrid, EmptyState, Moment, Status, TranslatePipe],
  providers: [ProblemWords],
  template: `
    <ui-data-grid
      [caption]="'webhooks.deliveries' | translate"
      [columns]="columns()"
      [list]="list"
      [rowId]="rowId"
    >
      <ng-template uiCell="type" let-row
        ><code dir="ltr">{{ row.type }}</code></ng-template
      >
      <ng-template uiCell="state" let-row>
        <ui-status [tone]="toneOf(row.state)">{{
          'webhooks.states.' + row.state | translate
        }}</ui-status>
      </ng-template>
      <ng-template uiCell="createdAt" let-row><ui-moment [at]="row.createdAt" /></ng-template>
      <ng-template uiCell="next" let-row>
        @if (row.state !== 'waiting') {
          <button
            uiButton
            small
            type="button"
            [attr.aria-label]="'webhooks.replayNamed' | translate: { type: row.type }"
            (click)="replay(row)"
          >
            {{ 'webhooks.replay' | translate }}
          </button>
        }
      </ng-template>
      <ui-empty-state
        grid-empty
        icon="link"
        [heading]="'webhooks.noDeliveries' | translate"
        [text]="'webhooks.noDeliveriesText' | translate"
      />
    </ui-data-grid>
  `,
})
export class Deliveries {
  private readonly api = inject(WebhooksApi);
  private readonly say = inject(Say);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(ProblemWords);
  readonly endpointId = input.required<string>();
  /** Counts up when something new may be there. */
  readonly sent = input(0);

  protected readonly list = listing<WebhookDelivery>((after) =>
    this.api.deliveries(this.endpointId(), after),
  );
  private readonly column = columnsFrom<WebhookDelivery>('webhooks.columns');
  protected readonly columns = computed((): Column<WebhookDelivery>[] => [
    this.column('type', ({ type }) => type, { card: 'title' }),
    this.column('state', ({ state }) => this.say.it(`webhooks.states.${state}`)),
    this.column('answer', (row) => this.answer(row)),
    this.column('attempts', ({ attempts }) => String(attempts), { align: 'end' }),
    this.column('createdAt', ({ createdAt }) => createdAt),
    this.column('next', () => '', { align: 'end' }),
  ]);
  protected readonly rowId = ({ id }: WebhookDelivery) => id;

  constructor() {
    pulse(3_000).subscribe(() => this.list.refresh());
    effect(() => {
      if (this.sent() > 0) untracked(() => this.list.refresh());
    });
  }

  protected toneOf(state: WebhookDelivery['state']): Tone {
    return tones[state];
  }
  protected replay({ id }: WebhookDelivery): void {
    this.api.replay(id).subscribe({
      next: () => {
        this.toasts.say({ text: this.say.it('webhooks.replayed') });
        this.list.refresh();
      },
      error: (thrown: unknown) => this.toasts.fail(this.words.transform(asProblem(thrown))),
    });
  }
  private answer({ status, problem, tookMs }: WebhookDelivery): string {
    const said = status ?? (problem && this.say.it(`webhooks.problems.${problem}`));
    return said ? `${said}${tookMs === null ? '' : ` · ${tookMs} ms`}` : '–';
  }
}
