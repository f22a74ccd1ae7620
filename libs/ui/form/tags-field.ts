import { Combobox, ComboboxPopup, ComboboxWidget } from '@angular/aria/combobox';
import { Listbox, Option } from '@angular/aria/listbox';
import {
  Component,
  computed,
  ElementRef,
  inject,
  input,
  model,
  Renderer2,
  signal,
  viewChild,
  viewChildren,
} from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslatePipe } from '@ngx-translate/core';
import { Chip } from '../chip';
import { FieldControl } from './control';
import { FieldFrame } from './frame';

/**
 * Several words, chosen or typed: skills, languages. `suggestions` is the whole list (filtered here)
 * or what a search found (then the page listens to `search`). Enter or comma adds, Backspace removes.
 */
@Component({
  selector: 'ui-tags-field',
  imports: [
    Chip,
    Combobox,
    ComboboxPopup,
    ComboboxWidget,
    FieldFrame,
    Listbox,
    Option,
    TranslatePipe,
  ],
  templateUrl: './tags-field.html',
  styleUrls: ['./field.scss', './tags-field.scss'],
})
export class TagsField extends FieldControl implements FormValueControl<readonly string[]> {
  readonly value = model<readonly string[]>([]);
  readonly suggestions = input<readonly string[]>([]);
  readonly placeholder = input<string>();
  /** Most words that may be chosen. */
  readonly most = input(15);
  /** What was typed, for pages that search on the server. */
  readonly search = model('');

  protected readonly open = signal(false);
  protected readonly picked = signal<string[]>([]);
  protected readonly offered = computed(() => {
    const typed = this.search().trim().toLowerCase();
    return this.suggestions()
      .filter((word) => !this.value().includes(word) && word.toLowerCase().includes(typed))
      .slice(0, 8);
  });
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  private readonly combobox = viewChild.required(Combobox);
  private readonly options = viewChildren<Option<string>>(Option);

  constructor() {
    super();
    // Before the combobox hears of it: it hands Enter to the list one frame later, when whoever
    // types fast is already at the next word.
    inject(Renderer2).listen(
      inject<ElementRef<HTMLElement>>(ElementRef).nativeElement,
      'keydown',
      (event: KeyboardEvent) => this.edit(event),
      { capture: true },
    );
  }

  focus(): void {
    this.field().nativeElement.focus();
  }
  protected pick(words: string[]): void {
    const word = words[0];
    if (word === undefined) return;
    this.add(word);
    this.picked.set([]);
  }
  protected remove(word: string): void {
    this.value.update((all) => all.filter((each) => each !== word));
  }
  private edit(event: KeyboardEvent): void {
    if (event.target !== this.field().nativeElement) return;
    if (event.key === 'Backspace' && this.search() === '') {
      this.value.update((all) => all.slice(0, -1));
    } else if ((event.key === ',' || event.key === 'Enter') && this.search().trim() !== '') {
      event.preventDefault();
      event.stopPropagation();
      const chosen = event.key === 'Enter' ? this.highlighted() : undefined;
      this.add(chosen ?? this.search());
    }
  }
  /** The list may still be the one of a word before. */
  private highlighted(): string | undefined {
    const active = this.options().find((option) => option.active());
    return this.offered().find((word) => word === active?.value());
  }
  private add(typed: string): void {
    const word = typed.trim().toLowerCase();
    if (word !== '' && !this.value().includes(word) && this.value().length < this.most()) {
      this.value.update((all) => [...all, word]);
    }
    this.combobox().value.set('');
    this.open.set(false);
  }
}
