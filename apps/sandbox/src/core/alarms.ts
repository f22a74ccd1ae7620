import type { Shelf, Store } from './store';

interface Alarm {
  id: string;
  name: string;
  key: string;
  /** Wall-clock milliseconds: the moved clock is for the product's timers, not for the gateway. */
  dueAt: number;
}

type Ring = (key: string) => void | Promise<void>;

/** Things that happen by themselves a little later, also when the sandbox restarted meanwhile. */
export class Alarms {
  private readonly rings = new Map<string, Ring>();
  private readonly shelf: Shelf<Alarm>;
  private readonly ringing = new Map<string, Promise<void>>();
  private timer: NodeJS.Timeout | undefined;
  private stopped = true;

  constructor(store: Store) {
    this.shelf = store.shelf<Alarm>('alarm');
  }

  on(name: string, ring: Ring): void {
    this.rings.set(name, ring);
  }

  set(name: string, key: string, delayMs: number): void {
    this.shelf.put({ id: `${name}:${key}`, name, key, dueAt: Date.now() + delayMs });
    this.plan();
  }

  start(): void {
    this.stopped = false;
    this.plan();
  }

  /** Settles when nothing rings any more; what waits goes on after the next start. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await Promise.all(this.ringing.values());
  }

  private plan(): void {
    clearTimeout(this.timer);
    if (this.stopped) return;
    const next = this.waiting()[0];
    if (!next) return;
    // Node fires at once when a delay does not fit in 32 bits; a minute's nap is harmless.
    const wait = Math.min(Math.max(next.dueAt - Date.now(), 0), 60_000);
    this.timer = setTimeout(() => {
      this.tick();
    }, wait);
  }

  private waiting(): Alarm[] {
    return this.shelf
      .list({ limit: 10_000 })
      .reverse()
      .filter(({ id }) => !this.ringing.has(id))
      .sort((a, b) => a.dueAt - b.dueAt);
  }

  private tick(): void {
    const now = Date.now();
    for (const alarm of this.waiting()) {
      if (alarm.dueAt > now) break;
      this.ringing.set(alarm.id, this.ring(alarm));
    }
    this.plan();
  }

  private async ring(alarm: Alarm): Promise<void> {
    // Not before the caller has noted that it rings.
    await Promise.resolve();
    try {
      await this.rings.get(alarm.name)?.(alarm.key);
    } finally {
      this.ringing.delete(alarm.id);
      // A ring may set the same alarm again (a retry); that newer one has to stay.
      if (this.shelf.get(alarm.id)?.dueAt === alarm.dueAt) this.shelf.remove(alarm.id);
      this.plan();
    }
  }
}
