import { Component, ElementRef, input, model, viewChild } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Button } from '../button';
import { place } from '../place';
import { uid } from '../uid';
import type { Column } from './columns';

/** Which columns a grid shows; the last one cannot be hidden. */
@Component({
  selector: 'ui-column-chooser',
  imports: [Button, TranslatePipe],
  template: `
    <button
      #trigger
      uiButton
      small
      kind="quiet"
      icon="columns"
      type="button"
      [attr.popovertarget]="id"
    >
      {{ 'ui.columns' | translate }}
    </button>
    <div #panel popover class="ui-float" [id]="id" (toggle)="settle()">
      @for (column of columns(); track column.id) {
        <label>
          <input
            type="checkbox"
            [checked]="chosen().has(column.id)"
            [disabled]="chosen().size === 1 && chosen().has(column.id)"
            (change)="toggle(column.id)"
          />
          {{ column.label }}
        </label>
      }
    </div>
  `,
  styles: `
    label {
      display: flex;
      align-items: center;
      gap: var(--s3);
      min-block-size: 36px;
      padding-inline: var(--s3) var(--s5);
      border-radius: 6px;
      font-size: var(--t14);
      cursor: pointer;
    }
    label:hover {
      background: var(--sunken);
    }
    input {
      inline-size: 18px;
      block-size: 18px;
    }
    @media (max-width: 760px) {
      :host {
        display: none;
      }
    }
  `,
})
export class ColumnChooser {
  readonly columns = input.required<readonly Pick<Column<never>, 'id' | 'label'>[]>();
  readonly chosen = model.required<ReadonlySet<string>>();
  protected readonly id = uid('columns');
  private readonly trigger = viewChild.required<Button, ElementRef<HTMLElement>>('trigger', {
    read: ElementRef,
  });
  private readonly panel = viewChild.required<ElementRef<HTMLElement>>('panel');

  protected settle(): void {
    place(this.trigger().nativeElement, this.panel().nativeElement, 'end');
  }
  protected toggle(id: string): void {
    const next = new Set(this.chosen());
    if (!next.delete(id)) next.add(id);
    this.chosen.set(next);
  }
}
