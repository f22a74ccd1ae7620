import { restore, type Undo } from './undo';

interface Timer {
  readonly kind: string;
  readonly key: string;
  dueAt: string;
  payload: Record<string, unknown>;
  retryAt: string | null;
}

/** The deadlines, and the first of them. */
export class MemoryTimers {
  private readonly waiting = new Map<string, Timer>();
  /** A fired one stays fired. */
  private readonly gone = new Set<string>();
  /** When the first is due, as far as it is known. */
  private earliest: string | null = null;

  isDue(now: string): boolean {
    this.earliest ??= this.nextDue() ?? never;
    return this.earliest <= now;
  }

  /** The next deadline that is due, oldest first. */
  private due(now: string): Timer | undefined {
    if (!this.isDue(now)) return undefined;
    let first: Timer | undefined;
    for (const timer of this.waiting.values()) {
      if (ripeAt(timer) > now) continue;
      if (!first || timer.dueAt < first.dueAt) first = timer;
    }
    return first;
  }

  /** When the first of those that wait is due. */
  nextDue(): string | undefined {
    let first: string | undefined;
    for (const timer of this.waiting.values())
      if (!first || ripeAt(timer) < first) first = ripeAt(timer);
    return first;
  }

  /** Something was taken back. */
  forget(): void {
    this.earliest = null;
  }

  set([kind, key, dueAt, payload]: readonly unknown[], undo: Undo): object[] {
    const name = `${String(kind)}\0${String(key)}`;
    const before = this.waiting.get(name);
    if (this.gone.has(name)) return [];
    this.put(
      name,
      {
        ...{ kind: String(kind), key: String(key), dueAt: String(dueAt) },
        payload: JSON.parse(String(payload)) as Record<string, unknown>,
        retryAt: before?.retryAt ?? null,
      },
      undo,
    );
    return [];
  }

  hastened([kind, keys, now]: readonly unknown[], undo: Undo): object[] {
    for (const key of keys as string[]) {
      const name = `${String(kind)}\0${key}`;
      const before = this.waiting.get(name);
      if (!before || before.dueAt <= String(now)) continue;
      this.put(name, { ...before, dueAt: String(now), retryAt: null }, undo);
    }
    return [];
  }

  private put(name: string, timer: Timer, undo: Undo): void {
    const before = this.waiting.get(name);
    this.passes(before);
    if (this.earliest !== null && ripeAt(timer) < this.earliest) this.earliest = ripeAt(timer);
    this.waiting.set(name, timer);
    undo.push(() => restore(this.waiting, name, before));
  }

  /** Only where the first of all goes, another is the first. */
  private passes(timer: Timer | undefined): void {
    if (timer && ripeAt(timer) === this.earliest) this.earliest = null;
  }

  cancel([kind, key]: readonly unknown[], undo: Undo): object[] {
    const name = `${String(kind)}\0${String(key)}`;
    const before = this.waiting.get(name);
    if (!before) return [];
    this.passes(before);
    this.waiting.delete(name);
    undo.push(() => restore(this.waiting, name, before));
    return [];
  }

  ripe(now: string): object[] {
    const timer = this.due(now);
    return timer ? [timer] : [];
  }

  fired([kind, key, now]: readonly unknown[], undo: Undo): object[] {
    const name = `${String(kind)}\0${String(key)}`;
    const timer = this.waiting.get(name);
    if (!timer || timer.dueAt > String(now)) return [];
    this.passes(timer);
    this.waiting.delete(name);
    this.gone.add(name);
    undo.push(() => {
      this.gone.delete(name);
      this.waiting.set(name, timer);
    });
    return [];
  }

  postponed([kind, key, at]: readonly unknown[]): object[] {
    const timer = this.waiting.get(`${String(kind)}\0${String(key)}`);
    this.passes(timer);
    if (timer) timer.retryAt = String(at);
    return [];
  }
}

const never = '9999';
const ripeAt = ({ dueAt, retryAt }: Timer): string =>
  retryAt !== null && retryAt > dueAt ? retryAt : dueAt;
