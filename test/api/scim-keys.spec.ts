import { Limits } from '@kernel/http/limits';
import { Rejection } from '@kernel/reject';
import type { Answer } from '../support/app';
import { joined } from '../support/organisations';
import { outcome, scimOf, users, ScimScene } from '../support/scim';
import { colleague, withDomain } from '../support/sso';

let scene: ScimScene;
beforeAll(async () => (scene = await ScimScene.begin()), 30_000);
beforeEach(() => scene.fresh());
afterAll(() => scene.end());

const codeOf = ({ status, body }: Answer) => [status, body['code']];

describe('a directory', () => {
  it('is who has a key of the organisation, and nobody else', async () => {
    const asked = [scene.app.guest(), scene.app.bearing('gh_test_made_up'), scene.app.bearing('x')];
    for (const caller of asked) {
      const { status, headers, body } = await caller.get(users);
      expect([status, headers['content-type']]).toEqual([
        401,
        expect.stringContaining('application/scim+json'),
      ]);
      expect(body).toMatchObject({
        schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
        status: '401',
        detail: expect.any(String) as string,
      });
    }
    expect((await scene.house.owner.get(users)).status).toBe(403);
    expect((await scene.directory.get(users)).status).toBe(200);
  });

  it('opens nothing else with its key', async () => {
    for (const path of [
      '/api/accounts/me',
      '/api/organisations/mine',
      scene.at(),
      '/api/jobs/mine',
    ])
      expect([path, (await scene.directory.get(path)).status]).not.toEqual([path, 200]);
    expect((await scene.directory.post(scimOf(scene.house, '/keys'), { days: null })).status).toBe(
      403,
    );
  });

  it('is told what this end can do', async () => {
    const config = await scene.directory.get('/scim/v2/ServiceProviderConfig');
    expect(config.body).toMatchObject({ patch: { supported: true }, bulk: { supported: false } });
    const types = await scene.directory.get('/scim/v2/ResourceTypes');
    expect(types.body).toMatchObject({ totalResults: 2 });
    const schema = 'urn:ietf:params:scim:schemas:core:2.0:User';
    const user = await scene.directory.get(`/scim/v2/Schemas/${schema}`);
    expect(user.body).toMatchObject({ id: schema, name: 'User' });
    expect(outcome(await scene.directory.get('/scim/v2/Schemas/urn:nothing'))).toEqual([
      404,
      undefined,
    ]);
  });

  it('is told to wait in the words of the protocol', async () => {
    const wait = new Rejection('request.too_many', { retryAfterSeconds: 7 });
    const limits = scene.app.app.get(Limits);
    const key = jest.spyOn(limits, 'admitKey').mockRejectedValueOnce(wait);
    const account = jest.spyOn(limits, 'admitAccount');
    const { status, headers, body } = await scene.directory.get(users);
    expect([status, headers['retry-after'], body['status']]).toEqual([429, '7', '429']);
    await scene.directory.get(users);
    expect([key.mock.calls.length, account.mock.calls.length]).toEqual([2, 0]);
    for (const spy of [key, account]) spy.mockRestore();
  });

  it('has keys that are shown once, kept as a hash, rotated with an overlap and revoked', async () => {
    const { owner } = scene.house;
    const page = async () => (await owner.get(scimOf(scene.house))).body;
    const [first] = (await page())['keys'] as { id: string; beginning: string }[];
    expect(scene.directory.key.startsWith(first?.beginning ?? '–')).toBe(true);
    expect(JSON.stringify(await page())).not.toContain(scene.directory.key);
    const path = scimOf(scene.house, `/keys/${first?.id ?? ''}`);
    const bare = await owner.post(`${path}/rotate`, {});
    expect(outcome(bare)).toEqual([403, 'accounts.step_up_required']);
    const rotated = await owner.post(`${path}/rotate`, {}, owner.jar, owner.proof());
    const second = scene.app.bearing(String(rotated.body['key']));
    expect((await scene.directory.get(users)).status).toBe(200);
    expect((await second.get(users)).status).toBe(200);
    expect((await owner.delete(path)).status).toBe(204);
    expect((await scene.directory.get(users)).status).toBe(401);
    expect((await second.get(users)).status).toBe(200);
  });

  it('is in the trail by itself, and its last requests are on the page', async () => {
    const member = await colleague(scene.app, scene.house, scene.domain);
    const { id } = await scene.userOf(member.email);
    await scene.directory.delete(`${users}/${String(id)}`);
    const { body } = await scene.house.owner.get(scene.at('/trail'));
    const [last] = body['items'] as object[];
    expect(last).toMatchObject({ what: 'MemberRemoved', byDirectory: true });
    await scene.directory.get(`${users}/${String(id)}`);
    const page = (await scene.house.owner.get(scimOf(scene.house))).body;
    expect((page['requests'] as object[]).slice(0, 2)).toMatchObject([
      { method: 'GET', path: `/Users/${String(id)}`, status: 404, code: 'scim.not_found' },
      { method: 'DELETE', status: 204, code: null },
    ]);
    expect(JSON.stringify(page['requests'])).not.toContain(member.email);
  });
});

describe('the page', () => {
  it('is for who runs the organisation', async () => {
    const hirer = await joined(scene.app, scene.house, 'hirer');
    expect(codeOf(await hirer.get(scimOf(scene.house)))).toEqual([403, 'request.forbidden']);
    const others = await withDomain(scene.corporate);
    expect(codeOf(await others.house.owner.get(scimOf(scene.house)))).toEqual([
      404,
      'organisations.not_found',
    ]);
  });
});
