import type { Database } from '@kernel/database';
import type { Wakeups } from '@kernel/wakeups';
import { NamesOf, NamesOfHandler } from './names-of';

/** The table says `state.name`; other processes say what changed by `tell`. */
function house(hearing = true) {
  let hear: (topic: string) => void = () => undefined;
  const state = { name: 'Noor Karam', questions: 0, during: (): void => undefined };
  const database = {
    query: async () => {
      state.questions += 1;
      const row = {
        id: 'a',
        name: state.name,
        slug: 'noor',
        country: 'IN',
        time_zone: 'Asia/Kolkata',
      };
      state.during();
      return [{ ...row, avatar_url: null }];
    },
  };
  const wakeups = { hearing, on: (_: string, listener: typeof hear) => (hear = listener) };
  const names = new NamesOfHandler(database as unknown as Database, wakeups as unknown as Wakeups);
  const name = async () => (await names.execute(new NamesOf(['a']))).get('a')?.name;
  return { state, name, tell: (topic: string) => hear(topic) };
}

describe('how people are shown', () => {
  it('is remembered, until some process says that they changed', async () => {
    const { state, name, tell } = house();
    await name();
    state.name = 'Former member';
    tell('account:b');
    expect(await name()).toBe('Noor Karam');
    tell('account:a');
    expect(await name()).toBe('Former member');
    expect(state.questions).toBe(2);
  });

  it('is not remembered while nobody is heard', async () => {
    const { state, name } = house(false);
    await name();
    state.name = 'Former member';
    expect(await name()).toBe('Former member');
  });

  it('is not remembered when they changed while it was asked for', async () => {
    const { state, name, tell } = house();
    state.during = () => tell('account:a');
    await name();
    state.name = 'Former member';
    expect(await name()).toBe('Former member');
  });
});
