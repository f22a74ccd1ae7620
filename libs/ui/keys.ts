import { isPlatformBrowser } from '@angular/common';
import { DOCUMENT, inject, PLATFORM_ID, Service, signal } from '@angular/core';

export interface Shortcut {
  /** `g h` is g, then h; `mod+k` is ⌘K or Ctrl-K. */
  keys: string;
  label: string;
  run: () => void;
}
const typing = 'input, textarea, select, [contenteditable]';

/** One listener for every shortcut. Registered ones are listed by the key map (`?`). */
@Service()
export class Keys {
  private readonly document = inject(DOCUMENT);
  private readonly browser = isPlatformBrowser(inject(PLATFORM_ID));
  private readonly all = signal<readonly Shortcut[]>([]);
  readonly known = this.all.asReadonly();
  private first = '';
  private timer?: ReturnType<typeof setTimeout>;

  listen(): void {
    if (!this.browser) return;
    this.document.addEventListener('keydown', (event) => this.press(event));
  }
  /** Returns how to take them away again: `inject(DestroyRef).onDestroy(keys.add([...]))`. */
  add(shortcuts: readonly Shortcut[]): () => void {
    this.all.update((all) => [...all, ...shortcuts]);
    return () => this.all.update((all) => all.filter((each) => !shortcuts.includes(each)));
  }

  private press(event: KeyboardEvent): void {
    const mod = event.metaKey || event.ctrlKey;
    if (event.altKey || (!mod && (event.target as Element).matches(typing))) return;
    const key = mod ? `mod+${event.key.toLowerCase()}` : event.key;
    const pressed = this.first ? `${this.first} ${key}` : key;
    const found = this.all().findLast(({ keys }) => keys === pressed);
    clearTimeout(this.timer);
    this.first = '';
    if (found) {
      event.preventDefault();
      found.run();
    } else if (this.all().some(({ keys }) => keys.startsWith(`${key} `))) {
      this.first = key;
      this.timer = setTimeout(() => (this.first = ''), 1_000);
    }
  }
}
