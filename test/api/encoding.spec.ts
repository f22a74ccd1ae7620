import { TestApp } from '../support/app';
import { Member } from '../support/members';

let app: TestApp;
beforeAll(async () => (app = await TestApp.start()));
afterAll(() => app.stop());

describe('what somebody wrote', () => {
  it('is read once: what looks like another coding comes back as it was sent', async () => {
    const member = await Member.signedUp(app);
    const titles = [
      '%253Cb%3E %41',
      '&amp;lt; &#65;',
      '\\u0041 \\x41',
      'eyJhIjoxfQ==',
      '=?utf-8?Q?=41?=',
    ];
    for (const title of titles) {
      const { body } = await member.post('/api/jobs', { title });
      const { body: job } = await member.get(`/api/jobs/${String(body['id'])}`);
      expect(job['title']).toBe(title);
    }
    const answer = await app.guest().get('/api/search/talent?q=%2541&limit=%2531');
    expect([answer.status, answer.body['code']]).toEqual([400, 'request.invalid']);
  });
});

describe('what nobody sees', () => {
  it('is taken out of names, titles and texts when they are written', async () => {
    const member = await Member.signedUp(app);
    const sent = {
      title: 'Logo\u202E\u200B for\u0007\nAmira',
      description: 'one\r\ntwo\u2028\u2067three',
    };
    const { body } = await member.post('/api/jobs', sent);
    const { body: job } = await member.get(`/api/jobs/${String(body['id'])}`);
    expect([job['title'], job['description']]).toEqual(['Logo for Amira', 'one\ntwo\nthree']);
  });
});

describe('a text', () => {
  it('says in which letters it is written, whatever kind of text it is', async () => {
    const auditor = app.as(['auditor']);
    const kinds: Record<string, string> = {};
    for (const path of ['/metrics', '/api/wallet/statement.csv'])
      kinds[path] = String((await auditor.get(path)).headers['content-type']);
    expect(kinds).toEqual({
      '/metrics': 'text/plain; version=0.0.4; charset=utf-8',
      '/api/wallet/statement.csv': 'text/csv; charset=utf-8',
    });
    for (const path of ['/api/search/jobs', '/api/nowhere'])
      expect((await auditor.get(path)).headers['content-type']).toMatch(/json(; charset=utf-8)?$/);
  });
});
