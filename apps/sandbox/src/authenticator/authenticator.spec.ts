import { createWorld } from '../testing/world';
import { demoSeed, read } from './authenticator';

/** RFC 6238, appendix B: the key is `12345678901234567890`; the last six of its eight digits. */
it.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('shows at %d seconds what the standard says', (seconds, code) => {
  const key = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  expect(read(key, seconds * 1_000)).toMatchObject({ code });
});

it('says for how long a code is shown, and what follows', () => {
  const now = read(demoSeed, 65_000);
  expect(now).toMatchObject({ step: 2, secondsLeft: 25 });
  expect(read(demoSeed, 90_000)).toMatchObject({ step: 3, secondsLeft: 30, code: now.next });
});

it('is asked by scripts for the demo and for keys of their own', async () => {
  const world = await createWorld();
  expect(await world.get('/api/authenticator')).toMatchObject({ seed: demoSeed });
  const own = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  expect(await world.get(`/api/authenticator?seed=${own}`)).toMatchObject({ seed: own });
  expect(await world.get('/api/authenticator?seed=0')).toMatchObject({ status: 400 });
  await world.stop();
});
