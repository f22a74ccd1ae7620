import { computed, DestroyRef, effect, inject, signal, untracked } from '@angular/core';
import type { Observable, Subscription } from 'rxjs';
import { again } from './again';
import { asProblem, type Problem } from './problem';

/** One thing a page shows: undefined until the first answer, kept while it is asked for again. */
export class Answer<T> {
  private readonly got = signal<T | undefined>(undefined);
  private readonly failed = signal<Problem | null>(null);
  private readonly answeredAt = signal<number | null>(null);
  private readonly missed = signal(false);
  private running?: Subscription;

  readonly value = this.got.asReadonly();
  /** Why nothing is shown. A refresh that fails leaves the value and only makes it `stale`. */
  readonly problem = this.failed.asReadonly();
  readonly stale = this.missed.asReadonly();
  /** When the value was true: milliseconds, this device's clock. */
  readonly at = this.answeredAt.asReadonly();

  constructor(private readonly ask: () => Observable<T>) {}

  /** What comes whole, as a grid takes it. */
  list<Row>(pick: (value: T) => readonly Row[]) {
    const rows = computed(() => {
      const value = this.got();
      return value === undefined ? undefined : pick(value);
    });
    return { rows, problem: this.problem, load: () => this.load() };
  }

  load(asked: Observable<T> = this.ask()): void {
    this.failed.set(null);
    this.run(asked, (problem) => this.failed.set(problem));
  }
  refresh(): void {
    this.run(again(this.ask), (problem) => {
      if (this.got() === undefined) this.failed.set(problem);
      else this.missed.set(true);
    });
  }
  forget(): void {
    this.running?.unsubscribe();
    this.got.set(undefined);
  }

  private run(asked: Observable<T>, failed: (problem: Problem) => void): void {
    this.running?.unsubscribe();
    this.running = asked.subscribe({
      next: (value) => {
        this.got.set(value);
        this.failed.set(null);
        this.missed.set(false);
        this.answeredAt.set(Date.now());
      },
      error: (thrown: unknown) => failed(asProblem(thrown)),
    });
  }
}

/**
 * In a page: `job = answer(() => api.get('/jobs/' + this.id(), jobView))`. A change of the signals that
 * `ask` reads (the id of the address) asks anew: from nothing, or, where the same thing is only looked
 * at in another way, from what `keeps` in sight until the next answer is there.
 */
export function answer<T>(ask: () => Observable<T>, { keeps = false } = {}): Answer<T> {
  const asked = new Answer(ask);
  effect(() => {
    const first = ask();
    untracked(() => {
      if (!keeps) asked.forget();
      asked.load(first);
    });
  });
  inject(DestroyRef).onDestroy(() => asked.forget());
  return asked;
}
