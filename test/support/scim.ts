import type { Answer, Caller, TestApp } from './app';
import type { House } from './organisations';
import { withDirectory, withDomain, type Corporate } from './sso';

export const users = '/scim/v2/Users';
export const groups = '/scim/v2/Groups';

export const scimOf = (house: House, path = ''): string =>
  `/api/organisations/${house.id}/scim${path}`;

/** The directory of an organisation, with a key that its owner made. */
export async function directoryOf(app: TestApp, house: House): Promise<Caller & { key: string }> {
  const { owner } = house;
  const made = await owner.post(scimOf(house, '/keys'), { days: 90 }, owner.jar, owner.proof());
  const key = String(made.body['key']);
  return { ...app.bearing(key), key };
}

export const outcome = ({ status, body }: Answer) => [status, body['scimType'] ?? body['code']];

export const idOf = ({ body }: Answer): string => String(body['id']);

/** As Okta sends somebody new. */
export const oktaUser = (email: string, more: object = {}) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  userName: email,
  name: { givenName: 'Karim', familyName: 'Adel' },
  emails: [{ primary: true, value: email, type: 'work' }],
  displayName: 'Karim Adel',
  locale: 'en-US',
  externalId: `okta-${email}`,
  groups: [],
  password: 'never kept',
  active: true,
  ...more,
});

/** As Entra ID does. */
export const entraUser = (email: string, more: object = {}) => ({
  schemas: [
    'urn:ietf:params:scim:schemas:core:2.0:User',
    'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  ],
  externalId: `entra-${email}`,
  userName: email,
  active: true,
  addresses: null,
  displayName: 'Karim Adel',
  emails: [{ type: 'work', value: email, primary: true }],
  meta: { resourceType: 'User' },
  name: { formatted: 'Karim Adel', familyName: 'Adel', givenName: 'Karim' },
  roles: [],
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { department: 'Clinic' },
  ...more,
});

/** The operations of a PATCH. */
export const patch = (...Operations: object[]) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations,
});

/** An organisation with a proved domain and its directory; a new one for every test. */
export class ScimScene {
  house: House = undefined as never;
  domain = '';
  directory: Caller & { key: string } = undefined as never;

  private constructor(readonly corporate: Corporate) {}

  static async begin(): Promise<ScimScene> {
    return new ScimScene(await withDirectory());
  }

  get app(): TestApp {
    return this.corporate.app;
  }

  async fresh(): Promise<void> {
    await this.app.database.query('delete from rate_limits');
    this.is(await withDomain(this.corporate));
    this.directory = await directoryOf(this.app, this.house);
  }

  is({ house, domain }: { house: House; domain: string }): void {
    Object.assign(this, { house, domain });
  }

  async end(): Promise<void> {
    await this.app.stop();
    await this.corporate.sandbox.stop();
  }

  at(path = ''): string {
    return `/api/organisations/${this.house.id}${path}`;
  }

  async find(filter: string) {
    const { body } = await this.directory.get(`${users}?filter=${encodeURIComponent(filter)}`);
    return body as { totalResults: number; Resources: Record<string, unknown>[] };
  }

  async userOf(email: string): Promise<Record<string, unknown>> {
    return (await this.find(`userName eq "${email}"`)).Resources[0] ?? {};
  }

  async membersNow(): Promise<object[]> {
    return (await this.house.owner.get(this.at())).body['members'] as object[];
  }

  async roleOf(accountId: string): Promise<string | undefined> {
    const [row] = await this.app.database.query<{ role: string }>(
      'select role from org_members where organisation_id = $1 and account_id = $2',
      [this.house.id, accountId],
    );
    return row?.role;
  }

  seats(count: number): Promise<unknown> {
    const change = 'update organisations set seats = $2 where id = $1';
    return this.app.database.query(change, [this.house.id, count]);
  }
}
