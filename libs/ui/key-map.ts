import { Component, inject, viewChild } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Dialog } from './dialog';
import { Keys } from './keys';

/** The list of shortcuts, opened by `?`. */
@Component({
  selector: 'ui-key-map',
  imports: [Dialog, TranslatePipe],
  template: `
    <ui-dialog [heading]="'ui.keyMap' | translate">
      <dl>
        @for (shortcut of keys.known(); track shortcut.keys) {
          <div>
            <dt>{{ shortcut.label }}</dt>
            <dd>
              @for (key of shortcut.keys.split(' '); track $index) {
                <kbd>{{ key.replace('mod+', modifier) }}</kbd>
              }
            </dd>
          </div>
        }
      </dl>
    </ui-dialog>
  `,
  styles: `
    div {
      display: flex;
      justify-content: space-between;
      gap: var(--s4);
      padding-block: var(--s2);
      border-block-end: 1px solid var(--line);
    }
    dd {
      display: flex;
      gap: 4px;
      text-transform: uppercase;
    }
  `,
})
export class KeyMap {
  protected readonly keys = inject(Keys);
  protected readonly modifier = /Mac|iP/.test(navigator.platform) ? '⌘ ' : 'Ctrl ';
  private readonly dialog = viewChild.required(Dialog);

  open(): void {
    this.dialog().open();
  }
}
