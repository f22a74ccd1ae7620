import { DOCUMENT, inject, signal } from '@angular/core';

/** Takes text to the clipboard; `done` for two seconds after. In a constructor: `copying = copying()`. */
export function copying() {
  const clipboard = inject(DOCUMENT).defaultView?.navigator.clipboard;
  const copied = signal(false);
  return {
    done: copied.asReadonly(),
    take: async (text: string): Promise<void> => {
      await clipboard?.writeText(text);
      copied.set(true);
      setTimeout(() => copied.set(false), 2_000);
    },
  };
}
