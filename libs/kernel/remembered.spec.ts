import { Remembered } from './remembered';
import type { Wakeups } from './wakeups';

/** A feed that moves when told to, heard or not. */
function feed(hearing: boolean) {
  const listeners: (() => void)[] = [];
  const wakeups = { hearing, on: (_: string, listener: () => void) => listeners.push(listener) };
  const move = () => {
    for (const listener of listeners) listener();
  };
  return { remembered: new Remembered(wakeups as unknown as Wakeups), move };
}

const counter = () => {
  let asked = 0;
  return async () => ({ asked: (asked += 1) });
};

describe('a remembered answer', () => {
  it('is asked for once, until the feed moves', async () => {
    const { remembered, move } = feed(true);
    const ask = counter();
    expect(await remembered.answer('page', ask)).toEqual({ asked: 1 });
    expect(await remembered.answer('page', ask)).toEqual({ asked: 1 });
    expect(await remembered.answer('other', ask)).toEqual({ asked: 2 });
    move();
    expect(await remembered.answer('page', ask)).toEqual({ asked: 3 });
  });

  it('is not kept when the feed moved while it was asked for', async () => {
    const { remembered, move } = feed(true);
    const ask = counter();
    await remembered.answer('page', async () => {
      move();
      return ask();
    });
    expect(await remembered.answer('page', ask)).toEqual({ asked: 2 });
  });

  it('is never kept where the feed is not heard', async () => {
    const { remembered } = feed(false);
    const ask = counter();
    await remembered.answer('page', ask);
    expect(await remembered.answer('page', ask)).toEqual({ asked: 2 });
  });
});
