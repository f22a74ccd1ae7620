import { Workers } from '@kernel/workers';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Places } from '../../apps/api/src/people/accounts/adapters/places';
import { TestApp } from '../support/app';
import { known, type Known } from '../support/market';
import { mmdb } from '../support/mmdb';
import { PostOffice } from '../support/post-office';

const folder = mkdtempSync(join(tmpdir(), 'guildhall-places-'));
const file = join(folder, 'cities.mmdb');
const cairo = { city: { names: { en: 'Cairo' } }, country: { iso_code: 'EG' } };
const india = { country: { iso_code: 'IN' } };
const office = new PostOffice();
let app: TestApp;
let member: Known;

beforeAll(async () => {
  writeFileSync(
    file,
    mmdb({
      '41.32.0.0/11': cairo,
      '49.36.0.0/14': india,
      '2a02:2e00::/29': { city: { names: { en: 'Kraków' } }, country: { iso_code: 'PL' } },
    }),
  );
  app = await TestApp.start({ CITIES_FILE: file, SMTP_URL: await office.open() });
  await app.app.get(Workers).start();
});
afterAll(async () => {
  await app.stop();
  await office.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  member = await known(app, 'Amira Hassan', ['provider']);
});

const enters = async (address: string | null): Promise<string> => {
  const [row] = await app.database.query<{ id: string }>(
    `insert into sessions (id, account_id, device, address, created_at, last_seen_at)
      values (gen_random_uuid(), $1, 'Firefox, Linux', $2, now(), now()) returning id`,
    [member.id, address],
  );
  return row?.id ?? '';
};
const placeOf = async (address: string | null): Promise<unknown> => {
  const id = await enters(address);
  const { body } = await member.get('/api/accounts/sessions');
  return (body['items'] as { id: string; place: unknown }[]).find((one) => one.id === id)?.place;
};

describe('where somebody is logged in', () => {
  it.each([
    ['41.33.7.9', { network: false, city: 'Cairo', country: 'EG' }],
    ['::ffff:41.33.7.9', { network: false, city: 'Cairo', country: 'EG' }],
    ['2a02:2e00:1::1', { network: false, city: 'Kraków', country: 'PL' }],
    ['49.37.1.1', { network: false, city: null, country: 'IN' }],
    ['8.8.8.8', null],
    ['127.0.0.1', { network: true, city: null, country: null }],
    ['192.168.1.20', { network: true, city: null, country: null }],
    ['fd00::7', { network: true, city: null, country: null }],
    ['::1', { network: true, city: null, country: null }],
    ['unknown', null],
    [null, null],
  ])('is said of %s', async (address, place) => {
    expect(await placeOf(address)).toEqual(place);
  });

  it('is not said to staff, who see no more than the network', async () => {
    await enters('41.33.7.9');
    const { body } = await app.as(['support']).get(`/api/admin/accounts/${member.id}`);
    expect(JSON.stringify(body['sessions'])).not.toContain('Cairo');
    expect(JSON.stringify(body['sessions'])).toContain('41.33.7.0/24');
  });

  it('is not asked of anybody where there is no database', () => {
    const places = new Places({} as never);
    expect(places.of('41.33.7.9')).toBeNull();
    expect(places.of('10.0.0.1')).toEqual({ network: true, city: null, country: null });
  });
});

it('a mail about a new device names the device and the city', async () => {
  const password = 'a long enough password';
  const email = 'amira@places.test';
  const input = { email, password, name: 'Amira Hassan', roles: ['provider'], country: 'EG' };
  const at = { timeZone: 'Africa/Cairo', locale: 'en' };
  await app.guest().post('/api/accounts', { ...input, ...at });
  const [row] = await app.database.query<{ id: string }>(
    'update accounts set email_verified_at = now() where email = $1 returning id',
    [email],
  );
  member = { ...member, id: row?.id ?? '' };
  await enters('41.33.7.9');
  const visitor = { 'user-agent': 'Chrome/130 Windows', 'x-forwarded-for': '41.33.7.9' };
  const { status } = await app.guest().post('/api/accounts/login', { email, password }, visitor);
  expect(status).toBe(200);
  await app.settle();
  const mails = await office.waitFor(email, 2);
  const mail = mails.find(({ subject }) => subject === 'Your account was opened on a new device');
  expect(mail?.text).toContain('Chrome, Windows, from Cairo, Egypt');
});
