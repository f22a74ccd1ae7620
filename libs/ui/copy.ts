import { Component, inject, input, signal } from '@angular/core';
import { DOCUMENT } from '@angular/common';
import { TranslatePipe } from '@ngx-translate/core';
import { Icon } from './icon';

/** A code that can be copied: a correlation id, a hash, a reference. `label` says what it is. */
@Component({
  selector: 'ui-copy',
  imports: [Icon, TranslatePipe],
  template: `
    <code>{{ text() }}</code>
    <button
      type="button"
      [attr.aria-label]="(copied() ? 'ui.copied' : 'ui.copy') | translate: { what: label() }"
      (click)="copy()"
    >
      <ui-icon [name]="copied() ? 'check' : 'copy'" [size]="14" />
    </button>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 2px;
      max-inline-size: 100%;
      padding-inline-start: 8px;
      border: 1px solid var(--line);
      border-radius: 6px;
      background: var(--sunken);
    }
    code {
      min-inline-size: 0;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      font-size: var(--t12);
      line-height: 26px;
      unicode-bidi: isolate;
      direction: ltr;
    }
    button {
      flex: none;
      display: grid;
      place-items: center;
      inline-size: 28px;
      block-size: 26px;
      padding: 0;
      border: 0;
      background: none;
      color: var(--muted);
      cursor: pointer;
    }
    button:hover {
      color: var(--ink);
    }
  `,
})
export class Copy {
  private readonly document = inject(DOCUMENT);
  readonly text = input.required<string>();
  readonly label = input.required<string>();
  protected readonly copied = signal(false);

  protected async copy(): Promise<void> {
    await this.document.defaultView?.navigator.clipboard.writeText(this.text());
    this.copied.set(true);
    setTimeout(() => this.copied.set(false), 2_000);
  }
}
