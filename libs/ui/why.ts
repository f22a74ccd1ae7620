import { Component, type ElementRef, input, viewChild } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Icon } from './icon';
import { place } from './place';
import { uid } from './uid';

/** A question mark that explains the line it stands on: `<ui-why about="Service fee">3 % of …</ui-why>`. */
@Component({
  selector: 'ui-why',
  imports: [Icon, TranslatePipe],
  template: `
    <button
      #trigger
      type="button"
      [attr.popovertarget]="id"
      [attr.aria-label]="'ui.why' | translate: { what: about() }"
    >
      <ui-icon name="question" [size]="16" />
    </button>
    <span #panel popover class="ui-float" [id]="id" (toggle)="settle()"><ng-content /></span>
  `,
  styles: `
    :host {
      display: inline-flex;
      vertical-align: middle;
    }
    button {
      display: grid;
      place-items: center;
      inline-size: 24px;
      block-size: 24px;
      padding: 0;
      border: 0;
      border-radius: var(--radius-full);
      background: none;
      color: var(--muted);
      cursor: pointer;
    }
    button:hover {
      color: var(--ink);
      background: var(--sunken);
    }
    span[popover] {
      max-inline-size: min(320px, calc(100vw - 16px));
      padding: var(--s3) var(--s4);
      font-size: var(--t14);
      font-weight: 400;
      line-height: 1.5;
      text-align: start;
      white-space: normal;
    }
  `,
})
export class Why {
  readonly about = input.required<string>();
  protected readonly id = uid('why');
  private readonly trigger = viewChild.required<ElementRef<HTMLElement>>('trigger');
  private readonly panel = viewChild.required<ElementRef<HTMLElement>>('panel');

  protected settle(): void {
    place(this.trigger().nativeElement, this.panel().nativeElement);
  }
}
