import { LRUCache } from 'lru-cache';
import type { Wakeups } from './wakeups';

const most = 20_000;
/** A wake-up may get lost; then an answer is this old at most. */
const longestMs = 2_000;

/**
 * Answers under a name, kept until somebody says that this name changed. While this process does not
 * hear what others say nothing is kept.
 */
export class Heard<Answer extends object> {
  private readonly kept: LRUCache<string, Answer>;
  private moves = 0;

  constructor(
    private readonly wakeups: Wakeups,
    /** What stands before the name in the topic: `account`, `key`. */
    private readonly kind: string,
    ttl = longestMs,
  ) {
    this.kept = new LRUCache({ max: most, ttl });
    wakeups.on('changed', (topic) => {
      if (topic.startsWith(`${kind}:`)) this.drop(topic.slice(kind.length + 1));
    });
  }

  async answer(
    name: string,
    ask: () => Promise<Answer | null>,
    holds: (known: Answer) => boolean = () => true,
  ): Promise<Answer | null> {
    const known = this.known(name);
    if (known && holds(known)) return known;
    const keep = this.keeper();
    const answer = await ask();
    if (answer) keep(name, answer);
    return answer;
  }

  known(name: string): Answer | undefined {
    return this.wakeups.hearing ? this.kept.get(name) : undefined;
  }

  /** Taken before one asks: if something changed meanwhile, the answer may be from before. */
  keeper(): (name: string, answer: Answer) => void {
    const before = this.moves;
    return (name, answer) => {
      if (before === this.moves && this.wakeups.hearing) this.kept.set(name, answer);
    };
  }

  /** Asked anew here at once, elsewhere as soon as they hear of it. */
  changed(name: string): void {
    this.drop(name);
    this.wakeups.tell('changed', `${this.kind}:${name}`);
  }

  private drop(name: string): void {
    this.moves += 1;
    this.kept.delete(name);
  }
}
