import type { EventsOf } from '@kernel/events';
import { id } from '@wire/primitives';
import { groupRole } from '@wire/scim';
import * as z from 'zod';

const organisation = { organisationId: id };
const key = { ...organisation, keyId: id, by: id };

export const scimEvents = {
  ScimKeyCreated: z.object(key).describe('The directory may say who is in the organisation.'),
  ScimKeyRotated: z
    .object({ ...key, newKeyId: id, overlapHours: z.int() })
    .describe('The key of the directory was replaced; for so many hours both are good.'),
  ScimKeyRevoked: z.object(key).describe('The key of the directory opens nothing any more.'),
  ScimSettingsChanged: z
    .object({ ...organisation, by: id })
    .describe('What somebody becomes whom the directory brings is something else now.'),
  GroupMapped: z
    .object({ ...organisation, groupId: id, role: groupRole, by: id })
    .describe('Members of a group of the directory have this role from now on.'),
};

export type ScimEvent = EventsOf<typeof scimEvents>;
