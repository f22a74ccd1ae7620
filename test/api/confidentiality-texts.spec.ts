import { houseTexts } from '../../apps/api/src/market/jobs/domain/house-text';
import { TestApp, type Answer, type Caller } from '../support/app';
import { gatedJob, hash, signedFor, textOf } from '../support/confidentiality';
import { known, type Known } from '../support/market';
import { Member } from '../support/members';
import { founded, put, type House } from '../support/organisations';

let app: TestApp;
let provider: Known;
let other: Known;
beforeAll(async () => {
  app = await TestApp.start();
  provider = await known(app, 'Amira Hassan', ['provider']);
  other = await known(app, 'Tomas Vidal', ['provider']);
});
beforeEach(() => app.database.query('delete from rate_limits'));
afterAll(() => app.stop());

const outcome = ({ status, body }: Answer) => [status, body['code']];
const page = async (id: string, who: Caller) => (await who.get(`/api/jobs/${id}`)).body;
const signed = (id: string, who: Known, changes: object = {}) => signedFor(app, id, who, changes);

describe('the text of an organisation', () => {
  const own = 'Keep what you read here to yourself.';
  let house: House;
  beforeEach(async () => {
    house = await founded(app, await Member.signedUp(app, ['client']));
  });
  const at = () => `/api/organisations/${house.id}/confidentiality`;
  const change = (text: string | null, by = house.owner) => put(app, by, at(), { text });

  it('is set by who runs it, seen by members, and has a number for each change', async () => {
    expect((await house.owner.get(at())).body).toMatchObject({ text: null, version: 0 });
    expect((await change(own)).status).toBe(204);
    expect((await change(own)).status).toBe(204);
    expect((await house.owner.get(at())).body).toMatchObject({ text: own, version: 1 });
    const stranger = await founded(app, await Member.signedUp(app, ['client']), 'Other');
    const refused = await put(app, stranger.owner, at(), { text: own });
    expect(outcome(refused)).toEqual([404, 'organisations.not_found']);
    expect(outcome(await stranger.owner.get(at()))).toEqual([404, 'organisations.not_found']);
    await change(null);
    expect((await house.owner.get(at())).body).toMatchObject({ text: null, version: 2 });
  });

  it('is what is signed for its jobs; earlier signatures stay with their version', async () => {
    await change(own);
    const { id } = await gatedJob(app, house.owner);
    expect(await textOf(id, provider)).toMatchObject({ text: own, version: 1, sha256: hash(own) });
    const wrong = await signed(id, provider, { sha256: hash(houseTexts.en) });
    expect(outcome(wrong)).toEqual([409, 'confidentiality.text_changed']);
    expect((await signed(id, provider)).status).toBe(204);
    const newer = `${own} For good.`;
    await change(newer);
    expect(await textOf(id, provider)).toMatchObject({ text: own, version: 1 });
    expect(await textOf(id, other)).toMatchObject({ text: newer, version: 2 });
    expect(await page(id, provider)).toMatchObject({ held: false });
    const stale = await signed(id, other, { sha256: hash(own) });
    expect(outcome(stale)).toEqual([409, 'confidentiality.text_changed']);
    await signed(id, other);
    const { body } = await house.owner.get(`/api/jobs/${id}/signatures`);
    expect(body['items']).toMatchObject([
      { by: { id: other.id }, version: 2 },
      { by: { id: provider.id }, version: 1 },
    ]);
    const former = `/api/jobs/${id}/confidentiality?sha256=${hash(own)}`;
    const seen = await app.guest().get(former, house.owner.jar.headers);
    expect(seen.body).toMatchObject({ text: own, version: 1 });
    // Who has not signed is shown what holds now, whatever they ask for.
    expect((await app.guest().get(former)).body).toMatchObject({ text: newer, version: 2 });
  });
});
