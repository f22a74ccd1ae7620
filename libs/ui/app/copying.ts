import { DOCUMENT, inject, signal } from '@angular/core';

/** Takes text to the clipboard; `done` for two seconds after. In a constructor: `copying = copying()`. */
export function copying() {
  const view = inject(DOCUMENT).defaultView;
  const copied = signal(false);
  return {
    done: copied.asReadonly(),
    take: async (text: string): Promise<void> => {
      // Where there is no clipboard this fails, and nothing is said to be copied.
      await view?.navigator.clipboard.writeText(text);
      copied.set(true);
      setTimeout(() => copied.set(false), 2_000);
    },
  };
}
