import type { Problem } from './problem';

/**
 * Something of the server on a page: asked for, there, or refused. What was there stays in sight while
 * it is asked for again.
 */
export interface Remote<T> {
  readonly value: T | null;
  readonly busy: boolean;
  readonly problem: Problem | null;
}
export interface Page<T> {
  items: readonly T[];
  next: string | null;
}

export const unasked: Remote<never> = { value: null, busy: false, problem: null };

export const asked = <T>(before: Remote<T>): Remote<T> => ({
  ...before,
  busy: true,
  problem: null,
});

export const answered = <T>(value: T): Remote<T> => ({ value, busy: false, problem: null });

export const refused = <T>(before: Remote<T>, problem: Problem): Remote<T> => ({
  ...before,
  busy: false,
  problem,
});

/** The following page of a list, after what is there. */
export const appended = <T>(before: Remote<Page<T>>, page: Page<T>): Remote<Page<T>> =>
  answered({ ...page, items: [...(before.value?.items ?? []), ...page.items] });
