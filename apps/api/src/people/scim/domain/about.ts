import { urns, type Resource, type Resources } from '@wire/scim';

/** What this end of the protocol can do (RFC 7643, 5). */
export const config = (root: string): Resource => ({
  schemas: [urns.config],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: 200 },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: true },
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'Bearer token',
      description: 'A key that an owner or admin of the organisation makes.',
      primary: true,
    },
  ],
  meta: { resourceType: 'ServiceProviderConfig', location: `${root}/ServiceProviderConfig` },
});

const type = (root: string, name: 'User' | 'Group', schema: string): Resource => ({
  schemas: [urns.type],
  id: name,
  name,
  endpoint: `/${name}s`,
  description: name === 'User' ? 'Members of the organisation' : 'Groups of its directory',
  schema,
  meta: { resourceType: 'ResourceType', location: `${root}/ResourceTypes/${name}` },
});

interface Attribute {
  readonly name: string;
  readonly type?: 'string' | 'boolean' | 'complex' | 'reference';
  readonly multiValued?: boolean;
  readonly required?: boolean;
  readonly mutability?: 'readOnly' | 'readWrite' | 'immutable';
  readonly uniqueness?: 'none' | 'server';
  readonly subAttributes?: readonly Attribute[];
}

/** With everything said that RFC 7643 (7) has a default for. */
const whole = ({ subAttributes, ...attribute }: Attribute): object => ({
  type: 'string',
  multiValued: false,
  required: false,
  caseExact: false,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
  ...attribute,
  ...(subAttributes && { subAttributes: subAttributes.map(whole) }),
});

const readOnly = { mutability: 'readOnly' } as const;
const userAttributes: readonly Attribute[] = [
  { name: 'userName', required: true, uniqueness: 'server' },
  {
    name: 'name',
    type: 'complex',
    subAttributes: [
      { name: 'formatted', ...readOnly },
      { name: 'familyName' },
      { name: 'givenName' },
    ],
  },
  { name: 'displayName' },
  { name: 'active', type: 'boolean' },
  {
    name: 'emails',
    type: 'complex',
    multiValued: true,
    required: true,
    subAttributes: [{ name: 'value' }, { name: 'type' }, { name: 'primary', type: 'boolean' }],
  },
  {
    name: 'groups',
    type: 'complex',
    multiValued: true,
    ...readOnly,
    subAttributes: [
      { name: 'value', ...readOnly },
      { name: 'display', ...readOnly },
      { name: '$ref', type: 'reference', ...readOnly },
    ],
  },
];
const groupAttributes: readonly Attribute[] = [
  { name: 'displayName', required: true, uniqueness: 'server' },
  {
    name: 'members',
    type: 'complex',
    multiValued: true,
    subAttributes: [
      { name: 'value', mutability: 'immutable' },
      { name: 'display', ...readOnly },
      { name: '$ref', type: 'reference', mutability: 'immutable' },
    ],
  },
];

const schema = (root: string, id: string, name: string, of: readonly Attribute[]): Resource => ({
  schemas: [urns.schema],
  id,
  name,
  attributes: of.map(whole),
  meta: { resourceType: 'Schema', location: `${root}/Schemas/${id}` },
});

const list = (all: readonly Resource[]): Resources => ({
  schemas: [urns.list],
  totalResults: all.length,
  startIndex: 1,
  itemsPerPage: all.length,
  Resources: [...all],
});

export const resourceTypes = (root: string): Resources =>
  list([type(root, 'User', urns.user), type(root, 'Group', urns.group)]);

export const schemas = (root: string): Resources =>
  list([
    schema(root, urns.user, 'User', userAttributes),
    schema(root, urns.group, 'Group', groupAttributes),
  ]);
