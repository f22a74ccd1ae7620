import { isAfter, start, type Position } from '@eventstore/record';
import { Injectable } from '@nestjs/common';
import { Wakeups } from './wakeups';

interface Waiting {
  readonly position: Position;
  readonly resolve: () => void;
}

/** Lets a request that wrote wait until the read models show it, so that the next read does too. */
@Injectable()
export class Settled {
  private seen: Position = start;
  private readonly waiting = new Set<Waiting>();

  constructor(wakeups: Wakeups) {
    wakeups.on('seen', (payload) => {
      const [xid = '0', pos = '0'] = payload.split(' ');
      this.seen = { xid: BigInt(xid), pos: BigInt(pos) };
      for (const one of this.waiting) if (!isAfter(one.position, this.seen)) one.resolve();
    });
  }

  /** Resolves when everything up to `position` is projected, or after `limitMs`. */
  async until(position: Position, limitMs: number): Promise<void> {
    if (!isAfter(position, this.seen)) return;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const one = {
      position,
      resolve: () => {
        resolve(undefined);
      },
    };
    const timer = setTimeout(one.resolve, limitMs);
    this.waiting.add(one);
    await promise;
    clearTimeout(timer);
    this.waiting.delete(one);
  }
}
