import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Wakeups } from './wakeups';

const most = 1_000;
/** A wake-up may get lost; then an answer is this old at most. */
const longestMs = 2_000;

/**
 * Answers that are the same for everybody, kept until the feed has carried something further. While
 * this process does not hear the feed nothing is kept.
 */
@Injectable()
export class Remembered {
  private readonly answers = new LRUCache<string, object>({ max: most, ttl: longestMs });
  private readonly kept = new WeakSet<object>();
  private moves = 0;

  constructor(private readonly wakeups: Wakeups) {
    wakeups.on('seen', () => {
      this.moves += 1;
      this.answers.clear();
    });
  }

  async answer<Answer extends object>(key: string, ask: () => Promise<Answer>): Promise<Answer> {
    const known = this.answers.get(key);
    if (known && this.wakeups.hearing) return known as Answer;
    const before = this.moves;
    const answer = await ask();
    // The feed moved while we asked: this answer may be from before.
    if (before === this.moves && this.wakeups.hearing) {
      this.answers.set(key, answer);
      this.kept.add(answer);
    }
    return answer;
  }

  /** Whether this very object may be handed out again. */
  isKept(answer: unknown): answer is object {
    return typeof answer === 'object' && answer !== null && this.kept.has(answer);
  }
}
