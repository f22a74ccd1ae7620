import { entraUser, idOf, oktaUser, outcome, patch, users, ScimScene } from '../support/scim';

let scene: ScimScene;
beforeAll(async () => (scene = await ScimScene.begin()), 30_000);
beforeEach(() => scene.fresh());
afterAll(() => scene.end());

describe('a change', () => {
  const made = async (email = `karim@${scene.domain}`) => {
    const answer = await scene.directory.post(users, entraUser(email));
    return `${users}/${idOf(answer)}`;
  };

  it('is written as Okta writes it: without a path, and the attributes in the value', async () => {
    const path = await made();
    const answer = await scene.directory.patch(
      path,
      patch({ op: 'replace', value: { displayName: 'K. Adel', 'name.givenName': 'Kareem' } }),
    );
    expect(answer.body).toMatchObject({
      displayName: 'K. Adel',
      name: { givenName: 'Kareem', familyName: 'Adel' },
    });
  });

  it('is written as Entra ID writes it: with paths, filters, capitals and words for yes and no', async () => {
    const path = await made();
    const answer = await scene.directory.patch(
      path,
      patch(
        { op: 'Replace', path: 'emails[type eq "work"].value', value: `new@${scene.domain}` },
        { op: 'Add', path: 'name.familyName', value: 'Hassan' },
        { op: 'Replace', path: 'externalId', value: 'another' },
        { op: 'Add', path: 'title', value: 'Doctor' },
        {
          op: 'Add',
          path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department',
          value: 'Clinic',
        },
        { op: 'Replace', path: 'active', value: 'False' },
      ),
    );
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      active: false,
      externalId: 'another',
      emails: [{ value: `new@${scene.domain}` }],
      name: { familyName: 'Hassan' },
      meta: { version: 'W/"2"' },
    });
  });

  it('of the whole keeps what is not said about being active', async () => {
    const path = await made();
    const whole = { userName: `karim@${scene.domain}`, displayName: 'Only this' };
    const { body } = await scene.directory.put(path, whole);
    expect(body).toMatchObject({ displayName: 'Only this', active: true });
    expect(body['externalId']).toBeUndefined();
  });

  it('to what is no address of the organisation, or somebody else’s, is refused', async () => {
    const path = await made();
    await scene.directory.post(users, oktaUser(`lina@${scene.domain}`));
    const to = (value: string) =>
      scene.directory.patch(
        path,
        patch({ op: 'replace', path: 'emails[type eq "work"].value', value }),
      );
    expect(outcome(await to('karim@elsewhere.test'))).toEqual([400, 'invalidValue']);
    expect(outcome(await to(`lina@${scene.domain}`))).toEqual([409, 'uniqueness']);
    const wrong = [
      [{ op: 'remove' }, 'noTarget'],
      [{ op: 'replace', path: 'a.b.c', value: 1 }, 'invalidPath'],
      [{ op: 'replace', path: 'emails[type eq', value: 1 }, 'invalidPath'],
      [{ op: 'replace', path: 'emails[type xx "a"].value', value: 1 }, 'invalidFilter'],
      [{ op: 'replace', path: 'userName', value: '' }, 'invalidValue'],
      [{ op: 'replace', value: 'text' }, 'invalidValue'],
      [{ op: 'shout', path: 'userName', value: 'x' }, 'invalidSyntax'],
    ] as const;
    for (const [operation, type] of wrong)
      expect([operation, outcome(await scene.directory.patch(path, patch(operation)))]).toEqual([
        operation,
        [400, type],
      ]);
  });

  it('of a version that is no more is refused', async () => {
    const path = await made();
    const change = (ifMatch: string) =>
      scene.directory.patch(path, patch({ op: 'replace', value: { displayName: 'x' } }), {
        'if-match': ifMatch,
      });
    expect((await change('W/"1"')).headers['etag']).toBe('W/"2"');
    expect(outcome(await change('W/"1"'))).toEqual([412, undefined]);
    expect((await change('W/"7", W/"2"')).status).toBe(200);
    expect((await change('*')).status).toBe(200);
  });

  it('that nobody can read is refused in the words of the protocol', async () => {
    const path = await made();
    const response = await scene.app.app.inject({
      method: 'PATCH',
      url: path,
      headers: {
        authorization: `Bearer ${scene.directory.key}`,
        'content-type': 'application/scim+json',
      },
      payload: '{"Operations": [',
    });
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ status: '400', scimType: 'invalidSyntax' });
  });
});
