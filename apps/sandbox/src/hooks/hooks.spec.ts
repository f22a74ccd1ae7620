import { createHmac } from 'node:crypto';
import { createWorld, type World } from '../testing/world';
import type { Heard } from './hooks';

const secret = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;
const body = '{"type":"ping","timestamp":"2026-01-01T00:00:00.000Z","data":{}}';
let world: World;
beforeEach(async () => (world = await createWorld()));
afterEach(() => world.stop());

const heard = async () => (await world.get<{ items: Heard[] }>('/api/hooks')).items;

async function tell({
  id = 'one',
  with: used = secret,
  at = Date.now() / 1_000,
  said = body,
} = {}) {
  const timestamp = String(Math.floor(at));
  const key = Buffer.from(used.slice(6), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  const answer = await fetch(`${world.url}/hooks/demo`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,AAAA v1,${signature}`,
    },
    body: said,
  });
  return answer.status;
}

describe('an inbox', () => {
  it('takes what is signed, knows a repetition, and says what it was told to say', async () => {
    await world.send('PUT', '/api/hooks/demo', { secret });
    expect([await tell(), await tell()]).toEqual([204, 204]);
    await world.send('PUT', '/api/hooks/demo', { status: 503 });
    expect(await tell({ id: 'two' })).toBe(503);
    expect(await heard()).toMatchObject([
      { webhookId: 'two', answered: 503 },
      { webhookId: 'one', repeated: true },
      { webhookId: 'one', repeated: false, verdict: 'genuine', body },
    ]);
  });

  it('refuses what is forged, changed or old', async () => {
    await world.send('PUT', '/api/hooks/demo', { secret });
    expect(await tell({ with: 'whsec_AAAA' })).toBe(401);
    expect(await tell({ said: body.replace('ping', 'pong') })).toBe(401);
    expect(await tell({ at: Date.now() / 1_000 - 400 })).toBe(401);
    expect((await heard()).map(({ verdict }) => verdict)).toEqual(['too_old', 'forged', 'forged']);
  });

  it('without a secret takes everything and believes nothing', async () => {
    expect(await tell()).toBe(204);
    expect(await heard()).toMatchObject([{ verdict: 'no_secret' }]);
  });
});
