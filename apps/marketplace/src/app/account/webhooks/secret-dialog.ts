import { Component, signal, viewChild } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Button } from '@ui/button';
import { Copy } from '@ui/copy';
import { Dialog } from '@ui/dialog';

/** The secret of an endpoint, shown this once. */
@Component({
  selector: 'app-secret-dialog',
  imports: [Button, Copy, Dialog, TranslatePipe],
  template: `
    <ui-dialog [heading]="'webhooks.secret.heading' | translate" (closed)="secret.set('')">
      <div class="stack">
        <p>{{ 'webhooks.secret.text' | translate }}</p>
        <ui-copy dir="ltr" [text]="secret()" [label]="'webhooks.secret.name' | translate" />
      </div>
      <button dialog-actions uiButton kind="primary" type="button" (click)="dialog().close()">
        {{ 'webhooks.secret.kept' | translate }}
      </button>
    </ui-dialog>
  `,
})
export class SecretDialog {
  protected readonly secret = signal('');
  protected readonly dialog = viewChild.required(Dialog);

  show(secret: string): void {
    this.secret.set(secret);
    this.dialog().open();
  }
}
