import {
  Component,
  computed,
  type ElementRef,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Icon } from './icon';
import type { IconName } from './icon-strokes';
import { uid } from './uid';

export interface PaletteItem {
  id: string;
  label: string;
  icon: IconName;
  /** A word at the end: the kind, the shortcut. */
  note?: string;
  /** More words it is found by. */
  also?: string;
}

/**
 * ⌘K: go, do, search. `items` are matched here by their words; what a server found is bound as
 * `found` while the page listens to `typed`. `(chosen)` gives the id.
 */
@Component({
  selector: 'ui-palette',
  imports: [Icon, TranslatePipe],
  templateUrl: './palette.html',
  styleUrl: './palette.scss',
})
export class Palette {
  readonly items = input.required<readonly PaletteItem[]>();
  readonly found = input<readonly PaletteItem[]>([]);
  readonly typed = output<string>();
  readonly chosen = output<string>();

  protected readonly id = uid('palette');
  protected readonly query = signal('');
  protected readonly at = signal(0);
  protected readonly offered = computed(() => {
    const words = this.query().toLowerCase().split(/\s+/).filter(Boolean);
    const matching = this.items().filter(({ label, also }) => {
      const text = `${label} ${also ?? ''}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
    return [...matching, ...this.found()].slice(0, 12);
  });
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  open(): void {
    this.type('');
    this.field().nativeElement.value = '';
    this.dialog().nativeElement.showModal();
  }
  protected type(text: string): void {
    this.query.set(text);
    this.at.set(0);
    this.typed.emit(text);
  }
  protected walk(event: KeyboardEvent): void {
    const size = this.offered().length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && size > 0) {
      event.preventDefault();
      this.at.update((at) => (at + step + size) % size);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.choose(this.offered()[this.at()]);
    }
  }
  /** A press beside the box, as in `Dialog`. */
  protected leaveBy({ target }: Event): void {
    if (target === this.dialog().nativeElement) this.dialog().nativeElement.close();
  }
  protected choose(item: PaletteItem | undefined): void {
    if (!item) return;
    this.dialog().nativeElement.close();
    this.chosen.emit(item.id);
  }
}
