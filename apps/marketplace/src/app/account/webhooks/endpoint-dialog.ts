import {
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { newEndpoint, type WebhookEndpoint, type WebhookEvent, webhookEvent } from '@wire/webhooks';
import { map, type Observable } from 'rxjs';
import { asProblem, type Problem } from '@ui/app/problem';
import { Button } from '@ui/button';
import { Dialog } from '@ui/dialog';
import { CheckField } from '@ui/form/check-field';
import { ErrorSummary } from '@ui/form/error-summary';
import { TextField } from '@ui/form/text-field';
import { WebhooksApi } from './webhooks.api';

/** Where to be told, and of what; of a new endpoint the secret comes back. */
@Component({
  selector: 'app-endpoint-dialog',
  imports: [Button, CheckField, Dialog, ErrorSummary, TextField, TranslatePipe],
  template: `
    <ui-dialog [heading]="'webhooks.form.' + mode() | translate" (closed)="closed.emit(null)">
      <div class="stack">
        <ui-error-summary [problem]="problem()" />
        <ui-text-field
          type="url"
          dir="ltr"
          placeholder="https://example.org/guildhall"
          autocomplete="off"
          [label]="'webhooks.form.url' | translate"
          [hint]="'webhooks.form.urlHint' | translate"
          [(value)]="url"
        />
        <ui-text-field
          [label]="'webhooks.form.description' | translate"
          [maxlength]="120"
          [(value)]="description"
        />
        <fieldset>
          <legend>{{ 'webhooks.form.events' | translate }}</legend>
          @for (event of all; track event) {
            <ui-check-field
              [label]="'webhooks.events.' + event.replace('.', '_') | translate"
              [checked]="events().has(event)"
              (checkedChange)="toggle(event)"
            />
          }
        </fieldset>
      </div>
      <button dialog-actions uiButton type="button" (click)="dialog().close()">
        {{ 'ui.cancel' | translate }}
      </button>
      <button
        dialog-actions
        uiButton
        kind="primary"
        type="button"
        [busy]="busy()"
        [disabled]="!draft()"
        (click)="send()"
      >
        {{ 'webhooks.form.verbs.' + mode() | translate }}
      </button>
    </ui-dialog>
  `,
  styles: `
    fieldset {
      display: grid;
      gap: var(--s1);
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      margin-block-end: var(--s2);
      font-weight: 550;
    }
  `,
})
export class EndpointDialog {
  private readonly api = inject(WebhooksApi);
  /** Null: a new one. */
  readonly endpoint = input.required<WebhookEndpoint | null>();
  /** The secret of a new endpoint, '' after a change, null when nothing was sent. */
  readonly closed = output<string | null>();

  protected readonly all = webhookEvent.options;
  protected readonly mode = computed(() => (this.endpoint() ? 'change' : 'add'));
  protected readonly url = signal('');
  protected readonly description = signal('');
  protected readonly events = signal<ReadonlySet<WebhookEvent>>(new Set());
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly draft = computed(() => {
    const events = [...this.events()];
    const wish = { url: this.url(), description: this.description(), events };
    return URL.canParse(this.url().trim()) ? newEndpoint.safeParse(wish).data : undefined;
  });
  protected readonly dialog = viewChild.required(Dialog);

  constructor() {
    effect(() => {
      const known = this.endpoint();
      this.url.set(known?.url ?? '');
      this.description.set(known?.description ?? '');
      const chosen = known?.events.map((one) => webhookEvent.safeParse(one).data) ?? [];
      this.events.set(new Set(chosen.filter((one) => one !== undefined)));
      this.dialog().open();
    });
  }

  protected toggle(event: WebhookEvent): void {
    const next = new Set(this.events());
    if (!next.delete(event)) next.add(event);
    this.events.set(next);
  }
  protected send(): void {
    const draft = this.draft();
    if (!draft || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    const known = this.endpoint();
    const sent: Observable<string> = known
      ? this.api.change(known.id, draft).pipe(map(() => ''))
      : this.api.add(draft).pipe(map(({ secret }) => secret));
    sent.subscribe({
      next: (secret) => this.closed.emit(secret),
      error: (thrown: unknown) => {
        this.busy.set(false);
        this.problem.set(asProblem(thrown));
      },
    });
  }
}
