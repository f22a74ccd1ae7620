import { Component, Directive, ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { Icon } from './icon';
import type { IconName } from './icon-strokes';
import { place } from './place';
import { uid } from './uid';

/** On a `<button>` or `<a>` inside a menu. */
@Directive({
  selector: '[uiMenuItem]',
  host: { role: 'menuitem', tabindex: '-1', class: 'ui-menu-item' },
})
export class MenuItem {}

/**
 * `<ui-menu label="Account" icon="user"><button uiMenuItem (click)="…">Log out</button></ui-menu>`.
 * The trigger can be drawn by `[menu-trigger]` content. Arrow keys, Home, End, first letter, Esc.
 */
@Component({
  selector: 'ui-menu',
  imports: [Icon],
  template: `
    <button
      #trigger
      class="trigger"
      type="button"
      aria-haspopup="menu"
      [class.plain]="!icon()"
      [attr.aria-expanded]="open()"
      [attr.aria-label]="label()"
      [attr.popovertarget]="id"
      (keydown.arrowdown)="$event.preventDefault(); panel.showPopover()"
    >
      @if (icon(); as name) {
        <ui-icon [name]="name" />
      }
      <ng-content select="[menu-trigger]" />
    </button>
    <div
      #panel
      popover
      role="menu"
      tabindex="-1"
      class="ui-float"
      [id]="id"
      [attr.aria-label]="label()"
      (toggle)="settle($event)"
      (keydown)="walk($event)"
      (click)="leave($event)"
    >
      <ng-content />
    </div>
  `,
  styleUrl: './menu.scss',
})
export class Menu {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly label = input.required<string>();
  readonly icon = input<IconName>();
  readonly align = input<'start' | 'end'>('end');
  protected readonly id = uid('menu');
  protected readonly open = signal(false);
  private readonly trigger = viewChild.required<ElementRef<HTMLElement>>('trigger');
  private readonly panel = viewChild.required<ElementRef<HTMLElement>>('panel');

  protected settle(event: Event): void {
    const open = (event as ToggleEvent).newState === 'open';
    this.open.set(open);
    if (!open) return;
    place(this.trigger().nativeElement, this.panel().nativeElement, this.align());
    this.items()[0]?.focus();
  }
  protected leave(event: Event): void {
    if (!(event.target as Element).closest('[role=menuitem]')) return;
    this.panel().nativeElement.hidePopover();
    this.trigger().nativeElement.focus();
  }
  protected walk(event: KeyboardEvent): void {
    const all = this.items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const wraps = (to: number) => all[(to + all.length) % all.length];
    const starts = (item: HTMLElement) =>
      item.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase());
    const to =
      event.key === 'ArrowDown'
        ? wraps(at + 1)
        : event.key === 'ArrowUp'
          ? wraps(at - 1)
          : event.key === 'Home'
            ? all[0]
            : event.key === 'End'
              ? all.at(-1)
              : event.key.length === 1 && event.key !== ' '
                ? [...all.slice(at + 1), ...all].find(starts)
                : undefined;
    if (event.key === 'Tab') this.panel().nativeElement.hidePopover();
    if (!to) return;
    event.preventDefault();
    to.focus();
  }
  private items(): HTMLElement[] {
    return [...this.host.nativeElement.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }
}
