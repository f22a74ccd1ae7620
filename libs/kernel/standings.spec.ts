import type { DiscoveryService } from '@nestjs/core';
import { Standings, type Standing } from './standings';
import type { Wakeups } from './wakeups';

const asked = { id: 'a', sessionId: 's' };

/** A house in which `now` is what an account may be, and `tell` what other processes say. */
function house(hearing = true) {
  let listener: (topic: string) => void = () => undefined;
  const told: string[] = [];
  const wakeups = {
    hearing,
    on: (_: string, heard: typeof listener) => (listener = heard),
    tell: (_: string, topic: string) => told.push(topic),
  };
  const state = { now: { roles: ['support'], rules: [] } as Standing | null, questions: 0 };
  const vouch = () => {
    state.questions += 1;
    return Promise.resolve(state.now);
  };
  const discovery = {
    getProviders: () => [{ instance: { vouch } }],
    getMetadataByDecorator: () => ({}),
  };
  const standings = new Standings(
    discovery as unknown as DiscoveryService,
    wakeups as unknown as Wakeups,
  );
  return { standings, state, told, tell: (topic: string) => listener(topic) };
}

describe('what somebody may be now', () => {
  it('is kept, until another process says that it changed', async () => {
    const { standings, state, tell } = house();
    await standings.of(asked);
    await standings.of(asked);
    expect(state.questions).toBe(1);
    state.now = { roles: [], rules: [] };
    tell('account:somebody-else');
    expect((await standings.of(asked))?.roles).toEqual(['support']);
    tell('account:a');
    expect((await standings.of(asked))?.roles).toEqual([]);
  });

  it('is asked anew here at once when it changed here, and told to the others', async () => {
    const { standings, state, told } = house();
    await standings.of(asked);
    state.now = null;
    standings.changed('a');
    expect(await standings.of(asked)).toBeNull();
    expect(told).toEqual(['account:a']);
  });

  it('is not kept past the end of what was lent, nor while nothing is heard', async () => {
    const lent = house();
    lent.state.now = { roles: ['support'], rules: [], until: Date.now() - 1 };
    await lent.standings.of(asked);
    await lent.standings.of(asked);
    expect(lent.state.questions).toBe(2);
    const deaf = house(false);
    await deaf.standings.of(asked);
    await deaf.standings.of(asked);
    expect(deaf.state.questions).toBe(2);
  });
});
