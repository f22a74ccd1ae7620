import { DOCUMENT, NgTemplateOutlet } from '@angular/common';
import {
  booleanAttribute,
  Component,
  computed,
  contentChildren,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  model,
  output,
  type TemplateRef,
  viewChild,
} from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import type { Problem } from '../app/problem';
import { Button } from '../button';
import { ErrorState } from '../error-state';
import { Icon } from '../icon';
import { Skeleton } from '../skeleton';
import { Cell } from './cell';
import { type Column, csvOf, download, type Sort } from './columns';
import { ColumnChooser } from './column-chooser';

/** What a grid shows; a `Listing` is one. What a list has not is left out. */
export interface GridList<T> {
  /** Undefined until the first answer: a skeleton of the final geometry stands there. */
  rows(): readonly T[] | undefined;
  /** Whether another page follows, and the way to it. */
  more?(): boolean;
  loadMore?(): void;
  busy?(): boolean;
  problem?(): Problem | null;
  /** Tries again after a problem. */
  load?(): void;
}

/**
 * The one table of lists. The page owns the rows (`[list]`: mostly a `listing`) and the order
 * (`[(sort)]`). Arrow keys or j/k walk the rows, Enter opens, x selects. Below 760 px each row is a
 * card. Content `<ui-empty-state grid-empty>` shows when there is nothing; `[grid-tools]` stands in
 * the bar above.
 */
@Component({
  selector: 'ui-data-grid',
  imports: [Button, ColumnChooser, ErrorState, Icon, NgTemplateOutlet, Skeleton, TranslatePipe],
  templateUrl: './data-grid.html',
  styleUrl: './data-grid.scss',
})
export class DataGrid<T> {
  private readonly document = inject(DOCUMENT);
  /** What the table shows, for its caption; also the name of its exported file. */
  readonly caption = input.required<string>();
  readonly columns = input.required<readonly Column<T>[]>();
  readonly list = input.required<GridList<T>>();
  readonly rowId = input.required<(row: T) => string>();
  readonly sort = model<Sort | null>(null);
  /** Rows open something: a click or Enter emits `open`. */
  readonly opens = input(false, { transform: booleanAttribute });
  readonly selectable = input(false, { transform: booleanAttribute });
  readonly selected = model<ReadonlySet<string>>(new Set());
  /** An export made by the server (all rows, same filters); otherwise the loaded rows are written. */
  readonly exportUrl = input<string>();
  readonly exports = input(false, { transform: booleanAttribute });
  readonly plain = input(false, { transform: booleanAttribute });

  readonly open = output<T>();

  protected readonly rows = computed(() => this.list().rows());
  private readonly cells = contentChildren(Cell);
  private readonly body = viewChild<ElementRef<HTMLElement>>('body');
  protected readonly chosen = linkedSignal<ReadonlySet<string>>(
    () => new Set(this.columns().flatMap(({ id, extra }) => (extra ? [] : [id]))),
  );
  protected readonly shown = computed(() =>
    this.columns().filter(({ id }) => this.chosen().has(id)),
  );
  private readonly templates = computed(
    () => new Map(this.cells().map((cell) => [cell.uiCell(), cell.template])),
  );
  protected readonly allSelected = computed(() => {
    const rows = this.rows() ?? [];
    return rows.length > 0 && rows.every((row) => this.selected().has(this.rowId()(row)));
  });

  protected template(column: string): TemplateRef<{ $implicit: unknown }> | undefined {
    return this.templates().get(column);
  }
  protected orderBy(column: Column<T>): void {
    const now = this.sort();
    const direction = now?.by === column.id && now.direction === 'asc' ? 'desc' : 'asc';
    this.sort.set({ by: column.id, direction });
  }
  protected order(column: Column<T>): 'ascending' | 'descending' | null {
    const now = this.sort();
    if (!column.sortable || now?.by !== column.id) return null;
    return now.direction === 'asc' ? 'ascending' : 'descending';
  }
  protected toggle(row: T): void {
    const next = new Set(this.selected());
    const id = this.rowId()(row);
    if (!next.delete(id)) next.add(id);
    this.selected.set(next);
  }
  protected toggleAll(): void {
    const rows = this.rows() ?? [];
    this.selected.set(this.allSelected() ? new Set() : new Set(rows.map(this.rowId())));
  }
  protected write(): void {
    download(this.document, `${this.caption()}.csv`, csvOf(this.shown(), this.rows() ?? []));
  }
  /** A click on a link or button inside a row is its own business. */
  protected openBy(event: Event, row: T): void {
    const inner = (event.target as Element).closest('a, button, input, label, [tabindex="0"]');
    if (this.opens() && (!inner || inner === event.currentTarget)) this.open.emit(row);
  }
  protected walk(event: KeyboardEvent, row: T): void {
    if (event.target !== event.currentTarget) return;
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const all = [...(this.body()?.nativeElement.querySelectorAll<HTMLElement>('tr') ?? [])];
      all[all.indexOf(event.currentTarget as HTMLElement) + step]?.focus();
    } else if (event.key === 'Enter') this.openBy(event, row);
    else if (event.key === 'x' && this.selectable()) this.toggle(row);
  }
}
