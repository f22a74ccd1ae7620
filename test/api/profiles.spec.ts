import { NamesOf } from '../../apps/api/src/people/profiles';
import { QueryBus } from '@nestjs/cqrs';
import { randomUUIDv7 } from 'node:crypto';
import { TestApp } from '../support/app';

let app: TestApp;
beforeAll(async () => (app = await TestApp.start()));
afterAll(() => app.stop());

describe('names', () => {
  it('are known for every id asked for, and nameless for a stranger', async () => {
    const stranger = randomUUIDv7();
    const names = await app.app.get(QueryBus).execute(new NamesOf([stranger]));
    expect(names.get(stranger)).toMatchObject({ name: '—' });
  });
});
