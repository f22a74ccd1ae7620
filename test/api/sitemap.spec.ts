import { TestApp } from '../support/app';
import { clinicJob, known } from '../support/market';

let app: TestApp;
beforeAll(async () => (app = await TestApp.start({ PUBLIC_URL: 'https://market.example.org' })));
afterAll(() => app.stop());

const asked = async (path: string) => {
  const answer = await app.app.inject({ method: 'GET', url: path });
  return { type: String(answer.headers['content-type']), text: answer.payload };
};

async function provider(name: string) {
  const person = await known(app, name, ['provider'], { headline: 'Builds booking sites' });
  const { body } = await person.get('/api/profiles/me');
  return { person, slug: String(body['slug']) };
}

it('lists open jobs and providers, and nobody who does not want search engines', async () => {
  const [shown, hidden] = [await provider('Shown Person'), await provider('Hidden Person')];
  const parts = (await hidden.person.get('/api/profiles/me/privacy')).body['parts'];
  const choice = { parts, searchEngines: false };
  expect(await hidden.person.put('/api/profiles/me/privacy', choice)).toMatchObject({
    status: 200,
  });
  const client = await known(app, 'Noor Varma', ['client']);
  const draft = String((await client.post('/api/jobs', clinicJob)).body['id']);
  const job = String((await client.post('/api/jobs', clinicJob)).body['id']);
  await client.post(`/api/jobs/${job}/publish`);
  await app.settle();
  const { type, text } = await asked('/sitemap.xml');
  expect(type).toContain('application/xml');
  expect(text).toContain(`<loc>https://market.example.org/talent/${shown.slug}</loc>`);
  expect(text).toContain(`<loc>https://market.example.org/jobs/${job}</loc>`);
  expect(text).not.toContain(hidden.slug);
  expect(text).not.toContain(draft);
});

it('is named where robots look, with what is not for them', async () => {
  const { text } = await asked('/robots.txt');
  expect(text).toContain('Disallow: /api/');
  expect(text).toContain('Sitemap: https://market.example.org/sitemap.xml');
});
