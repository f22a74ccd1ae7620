import { Component, signal, viewChild } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Button } from '@ui/button';
import { Copy } from '@ui/copy';
import { Dialog } from '@ui/dialog';

/** A new key, this once. */
@Component({
  selector: 'app-shown-once',
  imports: [Button, Copy, Dialog, TranslatePipe],
  template: `
    <ui-dialog [heading]="'apiKeys.once.heading' | translate" (closed)="key.set('')">
      <div class="stack">
        <p>{{ 'apiKeys.once.text' | translate }}</p>
        <ui-copy dir="ltr" [text]="key()" [label]="'apiKeys.once.name' | translate" />
        <p class="muted small">{{ 'apiKeys.once.how' | translate }}</p>
        <pre dir="ltr"><code>Authorization: Bearer {{ key().slice(0, 12) }}…</code></pre>
      </div>
      <button dialog-actions uiButton kind="primary" type="button" (click)="dialog().close()">
        {{ 'apiKeys.once.kept' | translate }}
      </button>
    </ui-dialog>
  `,
  styles: `
    pre {
      margin: 0;
      padding: var(--s3);
      border-radius: var(--radius-control);
      background: var(--sunken);
      font-size: var(--t12);
      overflow-x: auto;
    }
  `,
})
export class ShownOnce {
  protected readonly key = signal('');
  protected readonly dialog = viewChild.required(Dialog);

  show(key: string): void {
    this.key.set(key);
    this.dialog().open();
  }
}
