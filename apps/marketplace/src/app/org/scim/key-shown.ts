import { Component, signal, viewChild } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Button } from '@ui/button';
import { Copy } from '@ui/copy';
import { Dialog } from '@ui/dialog';

/** A new key of the directory, this once. */
@Component({
  selector: 'app-key-shown',
  imports: [Button, Copy, Dialog, TranslatePipe],
  template: `
    <ui-dialog [heading]="'scim.once.heading' | translate" (closed)="key.set('')">
      <div class="stack">
        <p>{{ 'scim.once.text' | translate }}</p>
        <ui-copy [text]="key()" [label]="'scim.once.name' | translate" />
      </div>
      <button dialog-actions uiButton kind="primary" type="button" (click)="dialog().close()">
        {{ 'scim.once.kept' | translate }}
      </button>
    </ui-dialog>
  `,
})
export class KeyShown {
  protected readonly key = signal('');
  protected readonly dialog = viewChild.required(Dialog);

  show(key: string): void {
    this.key.set(key);
    this.dialog().open();
  }
}
