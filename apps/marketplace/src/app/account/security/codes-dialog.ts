import { Component, inject, signal, viewChild } from '@angular/core';
import { DOCUMENT } from '@angular/common';
import { TranslatePipe } from '@ngx-translate/core';
import { Button } from '@ui/button';
import { Dialog } from '@ui/dialog';

/** Ten recovery codes, shown this once: to copy, to keep as a file, to print. */
@Component({
  selector: 'app-codes-dialog',
  imports: [Button, Dialog, TranslatePipe],
  template: `
    <ui-dialog [heading]="'account.codes.heading' | translate" (closed)="codes.set([])">
      <div class="stack">
        <p>{{ 'account.codes.text' | translate }}</p>
        <ol dir="ltr">
          @for (code of codes(); track code) {
            <li>
              <code>{{ code }}</code>
            </li>
          }
        </ol>
      </div>
      <button dialog-actions uiButton type="button" icon="download" (click)="keep()">
        {{ 'account.codes.file' | translate }}
      </button>
      <button dialog-actions uiButton kind="primary" type="button" (click)="dialog().close()">
        {{ 'account.codes.kept' | translate }}
      </button>
    </ui-dialog>
  `,
  styles: `
    ol {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(250px, 1fr));
      gap: var(--s2) var(--s4);
      padding: var(--s4);
      border-radius: var(--radius-control);
      background: var(--sunken);
      list-style: none;
    }
    code {
      font-size: var(--t13);
    }
  `,
})
export class CodesDialog {
  private readonly document = inject(DOCUMENT);
  protected readonly codes = signal<readonly string[]>([]);
  protected readonly dialog = viewChild.required(Dialog);

  show(codes: readonly string[]): void {
    this.codes.set(codes);
    this.dialog().open();
  }
  protected keep(): void {
    const link = this.document.createElement('a');
    const file = new Blob([`${this.codes().join('\n')}\n`], { type: 'text/plain' });
    link.href = URL.createObjectURL(file);
    link.download = 'guildhall-recovery-codes.txt';
    link.click();
    URL.revokeObjectURL(link.href);
  }
}
