import type { Answer, Caller, TestApp } from './app';
import type { House } from './organisations';

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
