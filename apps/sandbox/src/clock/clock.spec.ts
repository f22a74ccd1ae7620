import { createWorld, type World } from '../testing/world';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  await world.stop();
});

interface Reading {
  offsetMs: number;
  now: string;
}
const move = (body: object) => world.send<Reading>('POST', '/api/clock', body);
const fourteenDays = 14 * 86_400_000;

it('moves ahead, and everybody who asks sees it', async () => {
  await move({ advanceMs: fourteenDays });
  const { offsetMs, now } = await world.get<Reading>('/clock');
  expect(offsetMs).toBe(fourteenDays);
  expect(Math.abs(Date.parse(now) - Date.now() - fourteenDays)).toBeLessThan(1_000);
});

it('goes to an instant and back to the real time', async () => {
  const { now } = await move({ set: '2027-01-31T18:30:00Z' });
  expect(now.slice(0, 16)).toBe('2027-01-31T18:30');
  expect(await move({ reset: true })).toMatchObject({ offsetMs: 0 });
});

it('takes one order at a time', async () => {
  expect(await move({ reset: true, advanceMs: 1 })).toMatchObject({ status: 400 });
  expect(await move({})).toMatchObject({ status: 400 });
});

it('does not obey other sites', async () => {
  const response = await fetch(`${world.url}/api/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
    body: '{"advanceMs":1}',
  });
  expect(response.status).toBe(403);
});
