import { Clock } from '@kernel/clock';
import { RequestContext } from '@kernel/context';
import { Feed } from '@kernel/feed';
import type { Role } from '@wire/permissions';

export interface Someone {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

interface Entry {
  readonly at: number;
  readonly turn: number;
  readonly run: () => Promise<void>;
}

const dayMs = 86_400_000;

/**
 * A history in the order it happened: every entry runs through the real commands, at its time and as
 * its person, and once a day everything is carried everywhere.
 */
export class Chronicle {
  private readonly entries: Entry[] = [];
  private turn = 0;

  constructor(
    private readonly tools: { clock: Clock; context: RequestContext; feed: Feed },
    /** Days count from here. */
    private readonly start: Date,
    /** Consumers that do not look at the past: nobody wants a mail from last spring today. */
    private readonly past: readonly string[],
  ) {}

  /** On that day (fractions are hours), this person does this. */
  on(day: number, who: Someone, run: () => Promise<unknown>): void {
    this.turn += 1;
    const actor = { type: 'user' as const, id: who.id, roles: who.roles };
    const asThem = async () => {
      await this.tools.context.run({ actor }, run);
    };
    this.entries.push({ at: this.start.getTime() + day * dayMs, turn: this.turn, run: asThem });
  }

  /** Tells everything up to that day; entries may add later ones. */
  async tell(untilDay: number): Promise<void> {
    const end = this.start.getTime() + untilDay * dayMs;
    let carried = 0;
    for (let entry = this.first(end); entry; entry = this.first(end)) {
      this.tools.clock.travelTo(new Date(entry.at));
      const day = Math.floor(entry.at / dayMs);
      if (day > carried) await this.tools.feed.drain(this.past);
      carried = day;
      await entry.run();
    }
    this.tools.clock.travelTo(new Date(end));
    await this.tools.feed.drain(this.past);
  }

  private first(end: number): Entry | undefined {
    this.entries.sort((a, b) => b.at - a.at || b.turn - a.turn);
    const last = this.entries.at(-1);
    return last && last.at <= end ? this.entries.pop() : undefined;
  }
}
