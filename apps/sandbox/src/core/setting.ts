import type { Shelf, Store } from './store';

interface Kept<T> {
  id: string;
  value: T;
}

/** One remembered value with a default, such as how the mail server behaves now. */
export class Setting<T> {
  private readonly shelf: Shelf<Kept<T>>;

  constructor(
    store: Store,
    private readonly name: string,
    private readonly otherwise: T,
  ) {
    this.shelf = store.shelf<Kept<T>>('setting');
  }

  get(): T {
    return this.shelf.get(this.name)?.value ?? this.otherwise;
  }

  set(value: T): T {
    this.shelf.put({ id: this.name, value });
    return value;
  }

  /** Reads the value and puts the default back: for "the next order behaves like this". */
  take(): T {
    const value = this.get();
    this.shelf.remove(this.name);
    return value;
  }
}
