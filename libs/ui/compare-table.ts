import { NgTemplateOutlet } from '@angular/common';
import {
  Component,
  computed,
  contentChild,
  contentChildren,
  input,
  type TemplateRef,
} from '@angular/core';
import { Cell } from './grid/cell';

/** One line of the comparison. Where the texts differ, the line is lit; `best` marks one of them. */
export interface CompareLine<T> {
  id: string;
  label: string;
  text: (of: T) => string;
  best?: (all: readonly T[]) => T | undefined;
}

/**
 * Proposals side by side. `<ng-template #head let-of>` draws the top of a column, `uiCell` templates
 * a line's cells; the last row is `<ng-template #foot let-of>` (the buttons).
 */
@Component({
  selector: 'ui-compare-table',
  imports: [NgTemplateOutlet],
  templateUrl: './compare-table.html',
  styleUrl: './compare-table.scss',
})
export class CompareTable<T> {
  readonly caption = input.required<string>();
  readonly of = input.required<readonly T[]>();
  readonly lines = input.required<readonly CompareLine<T>[]>();
  protected readonly head = contentChild.required<TemplateRef<{ $implicit: T }>>('head');
  protected readonly foot = contentChild<TemplateRef<{ $implicit: T }>>('foot');
  private readonly cells = contentChildren(Cell);

  protected readonly table = computed(() =>
    this.lines().map((line) => {
      const texts = this.of().map(line.text);
      const best = line.best?.(this.of());
      return {
        ...line,
        differs: new Set(texts).size > 1,
        cell: this.cells().find((cell) => cell.uiCell() === line.id)?.template,
        values: this.of().map((of, at) => ({ of, text: texts[at] ?? '', best: of === best })),
      };
    }),
  );
}
