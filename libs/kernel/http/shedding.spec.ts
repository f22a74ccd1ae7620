import fastify from 'fastify';
import { Rejection } from '../reject';
import { Shedding } from './shedding';

/** A server with one door that stays shut until it is opened. */
async function server(edge: { maxDelayMs: number; maxUnderWay: number }) {
  const app = fastify();
  app.setErrorHandler((error, _, reply) => {
    void reply
      .code(error instanceof Rejection ? 503 : 500)
      .send({ code: (error as Error).message });
  });
  new Shedding(edge).watch(app);
  let open = (): void => undefined;
  const door = new Promise<void>((done) => (open = done));
  app.get('/slow', () => door.then(() => 'done'));
  for (const path of ['/jobs', '/health/ready', '/metrics']) app.get(path, () => 'read');
  app.post('/release', () => 'paid');
  await app.ready();
  const ask = async (method: 'GET' | 'POST', url: string) =>
    (await app.inject({ method, url })).statusCode;
  return { app, ask, open: () => open() };
}

describe('a process with as many requests as it can carry', () => {
  it('turns reads away, and lets through what changes something and who watches over it', async () => {
    const { app, ask, open } = await server({ maxDelayMs: 10_000, maxUnderWay: 2 });
    const slow = [ask('GET', '/slow'), ask('GET', '/slow')];
    await new Promise(setImmediate);
    expect(await ask('GET', '/jobs')).toBe(503);
    expect(await ask('POST', '/release')).toBe(200);
    expect(await ask('GET', '/health/ready')).toBe(200);
    expect(await ask('GET', '/metrics')).toBe(200);
    open();
    expect(await Promise.all(slow)).toEqual([200, 200]);
    expect(await ask('GET', '/jobs')).toBe(200);
    await app.close();
  });
});

describe('a process that is late', () => {
  it('turns reads away until it has caught up', async () => {
    const { app, ask } = await server({ maxDelayMs: 0, maxUnderWay: 100 });
    expect(await ask('GET', '/jobs')).toBe(200);
    // The delay is looked at twice a second; any at all is too much here.
    await until(async () => (await ask('GET', '/jobs')) === 503);
    expect(await ask('POST', '/release')).toBe(200);
    expect(await ask('GET', '/health/ready')).toBe(200);
    await app.close();
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((done) => setTimeout(done, 20));
}
