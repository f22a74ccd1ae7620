import { Setting } from '../core/setting';
import type { Store } from '../core/store';

/** The clock that everybody in the sandbox world looks at; people can move it. */
export class Clock {
  private readonly offset: Setting<number>;

  constructor(store: Store) {
    this.offset = new Setting(store, 'clock.offsetMs', 0);
  }

  read(): { offsetMs: number; now: string } {
    return { offsetMs: this.offset.get(), now: this.now().toISOString() };
  }

  now(): Date {
    return new Date(Date.now() + this.offset.get());
  }

  /** Seconds since 1970, the way gateways write times. */
  seconds(): number {
    return Math.floor(this.now().getTime() / 1000);
  }

  advance(ms: number): void {
    this.offset.set(this.offset.get() + ms);
  }

  moveTo(instant: Date): void {
    this.offset.set(instant.getTime() - Date.now());
  }

  reset(): void {
    this.offset.set(0);
  }
}
