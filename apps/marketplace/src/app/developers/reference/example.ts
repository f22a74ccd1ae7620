import { Component, input } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { copying } from '@ui/app/copying';
import { Icon } from '@ui/icon';

/** Some lines to take along. */
@Component({
  selector: 'app-example',
  imports: [Icon, TranslatePipe],
  template: `
    <figure>
      <figcaption>
        {{ label() }}
        <button
          type="button"
          [attr.aria-label]="
            (copying.done() ? 'ui.copied' : 'ui.copy') | translate: { what: label() }
          "
          (click)="copying.take(text())"
        >
          <ui-icon [name]="copying.done() ? 'check' : 'copy'" [size]="16" />
        </button>
      </figcaption>
      <pre tabindex="0" dir="ltr" [attr.aria-label]="label()">{{ text() }}</pre>
    </figure>
  `,
  styles: `
    figure {
      margin: 0 0 var(--s3);
      border: 1px solid var(--line);
      border-radius: var(--radius-control);
      background: var(--sunken);
    }
    figcaption {
      display: flex;
      align-items: center;
      justify-content: space-between;
      padding-inline: var(--s3) 4px;
      font-size: var(--t12);
      color: var(--muted);
    }
    button {
      display: grid;
      place-items: center;
      inline-size: 32px;
      block-size: 32px;
      border: 0;
      border-radius: var(--radius-control);
      background: none;
      color: var(--muted);
      cursor: pointer;
    }
    button:hover {
      color: var(--ink);
    }
    @media (pointer: coarse) {
      button {
        inline-size: 44px;
        block-size: 44px;
      }
    }
    pre {
      margin: 0;
      padding: 0 var(--s3) var(--s3);
      overflow-x: auto;
      font-size: var(--t12);
      line-height: 1.6;
      text-align: start;
    }
  `,
})
export class Example {
  readonly label = input.required<string>();
  readonly text = input.required<string>();
  protected readonly copying = copying();
}
