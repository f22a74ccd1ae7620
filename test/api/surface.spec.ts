import { TestApp } from '../support/app';

let app: TestApp;
beforeAll(async () => (app = await TestApp.start()));
afterAll(() => app.stop());

describe('the surface', () => {
  it('answers an unknown address with a problem that can be traced', async () => {
    const { status, body, headers } = await app.guest().get('/api/nothing-here');
    expect(status).toBe(404);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body).toMatchObject({
      code: 'request.not_found',
      correlationId: headers['x-correlation-id'],
    });
  });
});
