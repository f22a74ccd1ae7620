import { TestApp } from '../support/app';

let app: TestApp;
beforeAll(async () => (app = await TestApp.start()));
afterAll(() => app.stop());

describe('health', () => {
  it('is alive without asking anybody, and ready when the database answers', async () => {
    expect((await app.guest().get('/health/live')).status).toBe(200);
    const { status, body } = await app.guest().get('/health/ready');
    expect([status, body]).toMatchObject([
      200,
      { status: 'ok', info: { database: { status: 'up' } } },
    ]);
  });

  it('tells a scraper what it measures', async () => {
    const { body } = await app.app.inject({ url: '/metrics' });
    expect(body).toContain('http_request_seconds_bucket');
    expect(body).toContain('queue_jobs{queue="mail",state="dead"} 0');
  });
});

describe('the console of an operator', () => {
  it('shows streams, projections and queues to those who may inspect them', async () => {
    const superadmin = app.as(['superadmin']);
    for (const path of ['streams/escrow-none', 'projections', 'queues', 'queues/mail/dead'])
      expect([path, (await superadmin.get(`/api/admin/${path}`)).status]).toEqual([path, 200]);
    expect((await app.as(['client']).get('/api/admin/queues')).status).toBe(403);
    expect((await app.guest().get('/api/admin/queues')).status).toBe(401);
  });

  it('refuses to replay what is not dead', async () => {
    const { status, body } = await app
      .as(['superadmin'])
      .post('/api/admin/queues/mail/dead/x/replay');
    expect([status, body]).toMatchObject([404, { code: 'queues.not_found' }]);
  });
});
