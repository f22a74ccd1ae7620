import { isPlatformBrowser } from '@angular/common';
import {
  effect,
  PLATFORM_ID,
  inject,
  type Signal,
  signal,
  type WritableSignal,
} from '@angular/core';

export interface KeptDraft {
  /** For `<ui-autosave [state]="kept.state()" [savedAt]="kept.savedAt()" />`. */
  state: Signal<'idle' | 'saved' | 'failed'>;
  savedAt: Signal<string | null>;
  /** It was sent: the copy is not needed any more. */
  forget(): void;
}

/**
 * Keeps what a form holds in this tab, so that a reload or a log-in in between loses nothing. Call it
 * in the field initialiser: `kept = keepDraft('deliver:' + id, this.draft)`. Only for JSON values.
 */
export function keepDraft<T>(key: () => string | null, draft: WritableSignal<T>): KeptDraft {
  const browser = isPlatformBrowser(inject(PLATFORM_ID));
  const state = signal<'idle' | 'saved' | 'failed'>('idle');
  const savedAt = signal<string | null>(null);
  const empty = JSON.stringify(draft());
  let restored: string | null = null;
  effect(() => {
    const name = key();
    if (!browser || name === null) return;
    if (restored !== name) {
      restored = name;
      const found = read(name);
      if (found !== null && found !== empty) draft.set(JSON.parse(found) as T);
    }
    const now = JSON.stringify(draft());
    if (now === empty || now === read(name)) return;
    state.set(write(name, now) ? 'saved' : 'failed');
    savedAt.set(new Date().toISOString());
  });
  return {
    state,
    savedAt,
    forget: () => {
      const name = key();
      if (browser && name !== null) sessionStorage.removeItem(`draft:${name}`);
      draft.set(JSON.parse(empty) as T);
      state.set('idle');
    },
  };
}

const read = (name: string): string | null => sessionStorage.getItem(`draft:${name}`);

/** A full or forbidden storage is no reason to lose the page: it is said, and the text stays. */
function write(name: string, text: string): boolean {
  try {
    sessionStorage.setItem(`draft:${name}`, text);
    return true;
  } catch {
    return false;
  }
}
