import { Component, computed, type ElementRef, input, model, viewChildren } from '@angular/core';
import { uid } from './uid';

export interface TabWords {
  id: string;
  label: string;
  count?: number | null;
}

/** `<ui-tabs label="…" [tabs]="tabs()" [(active)]="tab">@switch (tab()) {…}</ui-tabs>` */
@Component({
  selector: 'ui-tabs',
  template: `
    <div class="list" role="tablist" [attr.aria-label]="label()">
      @for (tab of tabs(); track tab.id) {
        <button
          #button
          type="button"
          role="tab"
          [id]="id + tab.id"
          [attr.aria-selected]="tab.id === current()"
          [attr.aria-controls]="tab.id === current() ? id + 'panel' : null"
          [tabindex]="tab.id === current() ? 0 : -1"
          (click)="active.set(tab.id)"
          (keydown)="walk($event)"
        >
          {{ tab.label }}
          @if (tab.count !== undefined && tab.count !== null) {
            <span class="count">{{ tab.count }}</span>
          }
        </button>
      }
    </div>
    <div role="tabpanel" [id]="id + 'panel'" [attr.aria-labelledby]="id + current()">
      <ng-content />
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    .list {
      position: relative;
      display: flex;
      gap: var(--s5);
      margin-block-end: var(--s5);
      border-block-end: 1px solid var(--line);
      overflow-x: auto;
      scrollbar-width: none;
    }
    button {
      position: relative;
      display: inline-flex;
      align-items: center;
      gap: var(--s2);
      min-block-size: 44px;
      padding: 0;
      border: 0;
      background: none;
      color: var(--muted);
      font-size: var(--t14);
      font-weight: 550;
      white-space: nowrap;
      cursor: pointer;
    }
    button:hover {
      color: var(--ink);
    }
    button:focus-visible {
      outline-offset: -3px;
    }
    [aria-selected='true'] {
      color: var(--ink);
    }
    [aria-selected='true']::after {
      content: '';
      position: absolute;
      inset-inline: 0;
      inset-block-end: 0;
      block-size: 2px;
      border-radius: 2px;
      background: var(--brand);
    }
    .count {
      padding: 0 7px;
      border-radius: var(--radius-full);
      background: var(--sunken);
      color: var(--muted);
      font-size: var(--t12);
      line-height: 20px;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class Tabs {
  readonly label = input.required<string>();
  readonly tabs = input.required<readonly TabWords[]>();
  readonly active = model('');
  protected readonly id = uid('tabs');
  protected readonly current = computed(() => this.active() || (this.tabs()[0]?.id ?? ''));
  private readonly buttons = viewChildren<ElementRef<HTMLElement>>('button');

  protected walk(event: KeyboardEvent): void {
    const list = event.currentTarget as HTMLElement;
    const forwards = getComputedStyle(list).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: -1, [forwards]: 1 };
    const all = this.tabs();
    const at = all.findIndex(({ id }) => id === this.current());
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? all.length - 1
          : at + (steps[event.key] ?? NaN);
    const next = all[(to + all.length) % all.length];
    if (!next) return;
    event.preventDefault();
    this.active.set(next.id);
    this.buttons()[all.indexOf(next)]?.nativeElement.focus();
  }
}
