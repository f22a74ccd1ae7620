import { TestApp, type Caller } from '../support/app';
import { known } from '../support/market';

let app: TestApp;
let client: Caller;
beforeAll(async () => {
  app = await TestApp.start();
  client = await known(app, 'Cleo Client', ['client']);
});
afterAll(() => app.stop());

const asked = (amountMinor: unknown) =>
  client.post('/api/jobs', { title: 'A job', budget: { amountMinor, currency: 'INR' } });

describe('an amount', () => {
  it.each<[string, unknown]>([
    ['a digit more than is stored', '1'.repeat(19)],
    ['more than sixty-four bits', '18446744073709551616'],
    ['a number where digits are asked for', 10],
    ['a number that is not exact', 2 ** 53 + 2],
    ['infinity', '1e309'],
    ['a power of ten', '1e3'],
    ['a hexadecimal number', '0x10'],
    ['a part of the smallest unit', '10.5'],
    ['less than nothing', '-100'],
    ['nothing', ''],
    ['digits of another script', '٣٤٥٠٠'],
    ['digits with a space', ' 100'],
  ])('that is %s is refused, and is never made to fit', async (_, amount) => {
    const { status, body } = await asked(amount);
    expect([status, body['code']]).toEqual([400, 'request.invalid']);
  });

  it('of eighteen digits is kept to the last one', async () => {
    const { body } = await asked('999999999999999999');
    const { body: job } = await client.get(`/api/jobs/${String(body['id'])}`);
    expect(job['budget']).toMatchObject({ amountMinor: '999999999999999999' });
  });
});
