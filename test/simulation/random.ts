/** Chance that can be had again: the same seed says the same. Small fast counter, 32 bits. */
export class Chance {
  private a: number;
  private b: number;
  private c = 0x9e3779b9;
  private turn = 1;

  constructor(seed: number) {
    this.a = seed | 0;
    this.b = (seed * 2_654_435_761) | 0;
    for (let warm = 0; warm < 6; warm += 1) this.next();
  }

  next(): number {
    const sum = (((this.a + this.b) | 0) + this.turn) | 0;
    this.turn = (this.turn + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    return sum >>> 0;
  }

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    return this.next() % limit;
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** True in so many of a hundred cases. */
  percent(share: number): boolean {
    return this.below(100) < share;
  }

  pick<Item>(items: readonly Item[]): Item | undefined {
    return items.length === 0 ? undefined : items[this.below(items.length)];
  }

  weighted<Item>(items: readonly (readonly [Item, number])[]): Item | undefined {
    const total = items.reduce((all, [, weight]) => all + weight, 0);
    let at = total > 0 ? this.below(total) : 0;
    for (const [item, weight] of items) {
      if (at < weight) return item;
      at -= weight;
    }
    return undefined;
  }
}
