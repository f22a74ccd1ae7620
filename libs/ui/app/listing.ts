import { computed, DestroyRef, effect, inject, signal, untracked } from '@angular/core';
import { EMPTY, expand, last, map, type Observable, type Subscription } from 'rxjs';
import { again } from './again';
import { asProblem, type Problem } from './problem';

/** What every list of the server answers; `next` is the cursor of the following page. */
export interface Page<T> {
  items: readonly T[];
  next: string | null;
}
type Ask<T> = (after?: string) => Observable<Page<T>>;

/**
 * A list paged by cursor: what is shown and what is under way. `rows()` is undefined until the first
 * answer; afterwards the old rows stand until new ones are there.
 */
export class Listing<T> {
  private readonly shown = signal<Page<T> | undefined>(undefined);
  private readonly asking = signal(false);
  private readonly failed = signal<Problem | null>(null);
  private readonly answeredAt = signal<number | null>(null);
  private readonly missed = signal(false);
  private running?: Subscription;

  readonly rows = computed(() => this.shown()?.items);
  readonly more = computed(() => (this.shown()?.next ?? null) !== null);
  readonly busy = this.asking.asReadonly();
  /** Why nothing is shown. A refresh that fails leaves the rows and only makes them `stale`. */
  readonly problem = this.failed.asReadonly();
  readonly stale = this.missed.asReadonly();
  /** When the rows were true: milliseconds, this device's clock. */
  readonly at = this.answeredAt.asReadonly();

  constructor(private readonly ask: Ask<T>) {}

  load(first: Observable<Page<T>> = this.ask()): void {
    this.run(first, (problem) => this.failed.set(problem));
  }
  loadMore(): void {
    const now = this.shown();
    if (!now?.next || this.asking()) return;
    const following = this.ask(now.next).pipe(
      map(({ items, next }) => ({ items: [...now.items, ...items], next })),
    );
    this.run(following, (problem) => this.failed.set(problem));
  }
  /** Asks again for as many rows as are shown. */
  refresh(): void {
    if (this.asking()) return;
    const wanted = this.shown()?.items.length ?? 0;
    const whole = again(() => this.ask()).pipe(
      expand((all) =>
        all.next && all.items.length < wanted
          ? again(() => this.ask(all.next ?? undefined)).pipe(
              map(({ items, next }) => ({ items: [...all.items, ...items], next })),
            )
          : EMPTY,
      ),
      last(),
    );
    this.run(whole, (problem) => {
      if (this.shown()) this.missed.set(true);
      else this.failed.set(problem);
    });
  }
  /** Changes what is shown until the server says otherwise. */
  change(rows: (now: readonly T[]) => readonly T[]): void {
    this.shown.update((now) => now && { ...now, items: rows(now.items) });
  }
  stop(): void {
    this.running?.unsubscribe();
  }

  private run(answer: Observable<Page<T>>, failed: (problem: Problem) => void): void {
    this.running?.unsubscribe();
    this.asking.set(true);
    this.running = answer.subscribe({
      next: (page) => {
        this.shown.set(page);
        this.failed.set(null);
        this.missed.set(false);
        this.answeredAt.set(Date.now());
      },
      error: (thrown: unknown) => {
        this.asking.set(false);
        failed(asProblem(thrown));
      },
      complete: () => this.asking.set(false),
    });
  }
}

/**
 * In a page: `rows = listing((after) => api.get('/jobs', jobRows, { query: { q: this.q(), after } }))`.
 * The signals that `ask` reads are its filters: a change of one asks for the first page again.
 */
export function listing<T>(ask: Ask<T>): Listing<T> {
  const list = new Listing(ask);
  effect(() => {
    const first = ask();
    untracked(() => list.load(first));
  });
  inject(DestroyRef).onDestroy(() => list.stop());
  return list;
}
