import { Component, effect, input, output, signal, viewChild } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Button } from '@ui/button';
import { TextField } from '@ui/form/text-field';

/** The name of a passkey, and its change in place. */
@Component({
  selector: 'app-passkey-name',
  imports: [Button, TextField, TranslatePipe],
  template: `
    @if (editing()) {
      <form class="row" (submit)="$event.preventDefault(); save()">
        <ui-text-field
          [label]="'account.factors.passkey.name' | translate"
          [maxlength]="60"
          [(value)]="draft"
        />
        <button uiButton small kind="primary" type="submit">
          {{ 'account.factors.passkey.save' | translate }}
        </button>
      </form>
    } @else {
      <b
        ><bdi>{{ name() }}</bdi></b
      >
      <button uiButton small kind="quiet" type="button" (click)="edit()">
        {{ 'account.factors.passkey.rename' | translate }}
      </button>
    }
  `,
  styles: `
    form {
      align-items: end;
    }
  `,
})
export class PasskeyName {
  readonly name = input.required<string>();
  readonly renamed = output<string>();
  protected readonly editing = signal(false);
  protected readonly draft = signal('');
  private readonly field = viewChild(TextField);

  constructor() {
    effect(() => this.field()?.focus());
  }

  protected edit(): void {
    this.draft.set(this.name());
    this.editing.set(true);
  }
  protected save(): void {
    const name = this.draft().trim();
    this.editing.set(false);
    if (name && name !== this.name()) this.renamed.emit(name);
  }
}
