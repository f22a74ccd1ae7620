import * as z from 'zod';
import { created, id, instant } from './primitives';
import { givenRole } from './sso';

/*
 * For whoever runs an organisation:
 * GET    /api/organisations/:id/scim                     → scimPage
 * PUT    /api/organisations/:id/scim/settings            scimSettings → 204
 * PUT    /api/organisations/:id/scim/groups/:groupId     mapGroup → 204
 * POST   /api/organisations/:id/scim/keys                newScimKey → scimKeySecret, with the step-up `security`
 * POST   /api/organisations/:id/scim/keys/:keyId/rotate  rotateScimKey → scimKeySecret, with the step-up `security`
 * DELETE /api/organisations/:id/scim/keys/:keyId         → 204
 *
 * For its directory, as RFC 7643 and RFC 7644 say, with such a key as bearer token:
 * GET /scim/v2/ServiceProviderConfig, /ResourceTypes, /Schemas
 * GET POST /scim/v2/Users and /Groups; GET PUT PATCH DELETE /scim/v2/Users/:id and /Groups/:id
 */
export const scimKeyLives = [90, 180, 365] as const;
export const newScimKey = z.strictObject({ days: z.literal([...scimKeyLives]).nullable() });
export const rotateScimKey = z.strictObject({ overlapHours: z.int().min(0).max(168).default(24) });
export const scimKeySecret = z.object({ id, key: z.string() });
export type ScimKeySecret = z.infer<typeof scimKeySecret>;
export const scimSettings = z.strictObject({ defaultRole: givenRole });
/** A role that every organisation has, or one of its own. */
export const groupRole = z.union([givenRole, id]).nullable();
export const mapGroup = z.strictObject({ role: groupRole });
export { created };

export const scimKey = z.object({
  id,
  beginning: z.string(),
  createdAt: instant,
  expiresAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
  lastAddress: z.string().nullable(),
  state: z.enum(['active', 'expired', 'revoked']),
  rotated: z.boolean(),
});
export type ScimKey = z.infer<typeof scimKey>;

export const scimPage = z.object({
  /** What the directory is given as address. */
  address: z.string(),
  /** None: then there is nobody whom a directory could send. */
  domains: z.array(z.string()),
  defaultRole: givenRole,
  keys: z.array(scimKey),
  groups: z.array(z.object({ id, name: z.string(), members: z.number(), role: groupRole })),
  users: z.object({ active: z.number(), inactive: z.number() }),
  lastSyncAt: instant.nullable(),
  requests: z.array(
    z.object({
      id,
      at: instant,
      method: z.string(),
      path: z.string(),
      status: z.number(),
      code: z.string().nullable(),
    }),
  ),
});
export type ScimPage = z.infer<typeof scimPage>;

export const urns = {
  user: 'urn:ietf:params:scim:schemas:core:2.0:User',
  group: 'urn:ietf:params:scim:schemas:core:2.0:Group',
  list: 'urn:ietf:params:scim:api:messages:2.0:ListResponse',
  patch: 'urn:ietf:params:scim:api:messages:2.0:PatchOp',
  error: 'urn:ietf:params:scim:api:messages:2.0:Error',
  config: 'urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig',
  type: 'urn:ietf:params:scim:schemas:core:2.0:ResourceType',
  schema: 'urn:ietf:params:scim:schemas:core:2.0:Schema',
} as const;

/** `?filter=&startIndex=&count=`; whatever else a directory adds is not looked at. */
export const findResources = z.object({
  filter: z.string().max(2_000).optional(),
  startIndex: z.coerce.number().int().catch(1).default(1),
  count: z.coerce.number().int().catch(100).default(100),
  attributes: z.string().max(1_000).optional(),
  excludedAttributes: z.string().max(1_000).optional(),
});
export type FindResources = z.infer<typeof findResources>;
export const oneResource = findResources.pick({ attributes: true, excludedAttributes: true });

/** Any object: what is in it is read by the domain, as leniently as directories write. */
export const resourceSent = z.looseObject({});
export type ResourceSent = z.infer<typeof resourceSent>;

const operation = z.object({
  op: z
    .string()
    .toLowerCase()
    .pipe(z.enum(['add', 'remove', 'replace'])),
  path: z.string().max(500).optional(),
  value: z.unknown().optional(),
});
export const patchSent = z.looseObject({ Operations: z.array(operation).min(1).max(200) });
export type Operation = z.infer<typeof operation>;

/** What leaves is what the domain made, with the members that were asked for. */
export const resource = z.looseObject({ schemas: z.array(z.string()) });
export type Resource = z.infer<typeof resource>;
export const resources = z.looseObject({
  schemas: z.array(z.string()),
  totalResults: z.number(),
  startIndex: z.number(),
  itemsPerPage: z.number(),
  Resources: z.array(resource),
});
export type Resources = z.infer<typeof resources>;
