import { Resolver } from 'node:dns/promises';
import { createWorld, type World } from '../testing/world';

let world: World;
let resolver: Resolver;
beforeEach(async () => {
  world = await createWorld();
  const { port } = await world.get<{ port: number }>('/api/names');
  resolver = new Resolver({ timeout: 1_000, tries: 1 });
  resolver.setServers([`127.0.0.1:${String(port)}`]);
});
afterEach(() => world.stop());

describe('the name server', () => {
  it('answers over the DNS with the texts that somebody put there', async () => {
    const name = '_guildhall.nileclinics.test';
    await world.send('POST', '/api/names', { name, text: 'first' });
    await world.send('POST', '/api/names', {
      name: `${name.toUpperCase()}.`,
      text: 'x'.repeat(300),
    });
    const found = await resolver.resolveTxt(name);
    const texts = found.map((pieces) => pieces.join(''));
    expect(texts).toHaveLength(2);
    expect(texts).toEqual(expect.arrayContaining(['first', 'x'.repeat(300)]));
    expect(await resolver.resolveTxt(name.replace('nile', 'NILE'))).toHaveLength(2);
  });

  it('says of everything else that there is no such name', async () => {
    const asked = resolver.resolveTxt('_guildhall.nobody.test');
    await expect(asked).rejects.toMatchObject({ code: 'ENOTFOUND' });
    await world.send('POST', '/api/names', { name: 'a.test', text: 'x' });
    await world.send('DELETE', '/api/names/a.test');
    await expect(resolver.resolveTxt('a.test')).rejects.toMatchObject({ code: 'ENOTFOUND' });
  });
});
