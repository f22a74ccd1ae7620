import { Component, inject, output, signal, viewChild } from '@angular/core';
import { DOCUMENT } from '@angular/common';
import { TranslatePipe } from '@ngx-translate/core';
import { Button } from './button';
import { Dialog } from './dialog';

/** Ten recovery codes, shown this once: to copy, to keep as a file, to print. */
@Component({
  selector: 'ui-codes-dialog',
  imports: [Button, Dialog, TranslatePipe],
  template: `
    <ui-dialog [heading]="'ui.codes.heading' | translate" (closed)="leave()">
      <div class="stack">
        <p>{{ 'ui.codes.text' | translate }}</p>
        <ol dir="ltr">
          @for (code of codes(); track code) {
            <li>
              <code>{{ code }}</code>
            </li>
          }
        </ol>
      </div>
      <button dialog-actions uiButton type="button" icon="download" (click)="keep()">
        {{ 'ui.codes.file' | translate }}
      </button>
      <button dialog-actions uiButton kind="primary" type="button" (click)="dialog().close()">
        {{ 'ui.codes.kept' | translate }}
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
  /** They were shown, and are forgotten here. */
  readonly kept = output();
  protected readonly codes = signal<readonly string[]>([]);
  protected readonly dialog = viewChild.required(Dialog);

  show(codes: readonly string[]): void {
    this.codes.set(codes);
    this.dialog().open();
  }
  protected leave(): void {
    this.codes.set([]);
    this.kept.emit();
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
