import { isPlatformBrowser } from '@angular/common';
import { effect, inject, PLATFORM_ID, type WritableSignal } from '@angular/core';

/**
 * Keeps what is typed in this tab over a reload: `this.keep = keeps('propose', this.draft)`. The key is
 * given once the page knows it (`keep.under('propose/<job>')`), and `keep.forget()` when it was sent.
 */
export interface Keep {
  /** Takes up what was kept under this key; true when there was something. */
  under(key: string): boolean;
  forget(): void;
}

export function keeps<T extends object>(draft: WritableSignal<T>): Keep {
  const browser = isPlatformBrowser(inject(PLATFORM_ID));
  let place: string | null = null;
  effect(() => {
    const now = draft();
    if (place !== null && browser) sessionStorage.setItem(place, JSON.stringify(now));
  });
  return {
    under(key) {
      if (!browser) return false;
      place = `gh_draft/${key}`;
      const found = read<T>(place);
      if (found) draft.update((empty) => ({ ...empty, ...found }));
      return found !== null;
    },
    forget() {
      if (place !== null && browser) sessionStorage.removeItem(place);
      place = null;
    },
  };
}

function read<T>(place: string): Partial<T> | null {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? 'null') as Partial<T> | null;
  } catch {
    return null;
  }
}
