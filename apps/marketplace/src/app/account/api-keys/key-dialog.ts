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
import { keyLives, newApiKey, scope, type ServiceAccount } from '@wire/api-keys';
import { asProblem, type Problem } from '@ui/app/problem';
import { Say } from '@ui/app/say';
import { Button } from '@ui/button';
import { Dialog } from '@ui/dialog';
import { CheckField } from '@ui/form/check-field';
import { ErrorSummary } from '@ui/form/error-summary';
import { SelectField } from '@ui/form/select-field';
import { TextField } from '@ui/form/text-field';
import { ApiKeysApi } from './api-keys.api';

type Scope = (typeof scope.options)[number];

/** What a program may do, from where, and for how long. The key comes back. */
@Component({
  selector: 'app-key-dialog',
  imports: [Button, CheckField, Dialog, ErrorSummary, SelectField, TextField, TranslatePipe],
  template: `
    <ui-dialog [heading]="'apiKeys.add' | translate" (closed)="closed.emit(made)">
      <div class="stack">
        <ui-error-summary [problem]="problem()" />
        <ui-text-field
          autocomplete="off"
          [label]="'apiKeys.form.name' | translate"
          [hint]="'apiKeys.form.nameHint' | translate"
          [maxlength]="60"
          [(value)]="name"
        />
        <fieldset>
          <legend>{{ 'apiKeys.form.scopes' | translate }}</legend>
          @for (one of scopes; track one) {
            <ui-check-field
              [label]="'apiKeys.scopes.' + one.replace(':', '_') | translate"
              [checked]="chosen().has(one)"
              (checkedChange)="toggle(one)"
            />
          }
        </fieldset>
        <ui-select-field
          [label]="'apiKeys.form.days' | translate"
          [choices]="lives()"
          [(value)]="days"
        />
        @if (services().length > 0) {
          <ui-select-field
            [label]="'apiKeys.form.service' | translate"
            [choices]="owners()"
            [(value)]="service"
          />
        }
        <ui-text-field
          autocomplete="off"
          dir="ltr"
          placeholder="203.0.113.0/24, 2001:db8::1"
          [label]="'apiKeys.form.networks' | translate"
          [hint]="'apiKeys.form.networksHint' | translate"
          [(value)]="networks"
        />
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
        {{ 'apiKeys.form.verb' | translate }}
      </button>
    </ui-dialog>
  `,
  styles: `
    fieldset {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(220px, 1fr));
      gap: var(--s1) var(--s4);
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
export class KeyDialog {
  private readonly api = inject(ApiKeysApi);
  private readonly say = inject(Say);
  readonly services = input.required<readonly ServiceAccount[]>();
  /** The key that was made; '' when none was. */
  readonly closed = output<string>();
  protected made = '';

  protected readonly scopes = scope.options;
  protected readonly name = signal('');
  protected readonly days = signal('90');
  protected readonly service = signal('');
  protected readonly networks = signal('');
  protected readonly chosen = signal<ReadonlySet<Scope>>(new Set());
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly lives = computed(() => [
    ...keyLives.map((days) => ({
      value: String(days),
      label: this.say.it('apiKeys.form.forDays', { days }),
    })),
    { value: '', label: this.say.it('apiKeys.form.forEver') },
  ]);
  protected readonly owners = computed(() => [
    { value: '', label: this.say.it('apiKeys.form.myself') },
    ...this.services().map(({ id, name }) => ({ value: id, label: name })),
  ]);
  protected readonly draft = computed(() => {
    const wish = {
      name: this.name(),
      scopes: [...this.chosen()],
      networks: this.networks()
        .split(/[\s,]+/)
        .filter(Boolean),
      days: this.days() === '' ? null : Number(this.days()),
      serviceId: this.service() || null,
    };
    return newApiKey.safeParse(wish).data;
  });
  protected readonly dialog = viewChild.required(Dialog);

  constructor() {
    effect(() => this.dialog().open());
  }

  protected toggle(one: Scope): void {
    const next = new Set(this.chosen());
    if (!next.delete(one)) next.add(one);
    this.chosen.set(next);
  }
  protected send(): void {
    const draft = this.draft();
    if (!draft || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    this.api.create(draft).subscribe({
      next: ({ key }) => {
        this.made = key;
        this.dialog().close();
      },
      error: (thrown: unknown) => {
        this.busy.set(false);
        this.problem.set(asProblem(thrown));
      },
    });
  }
}
