import { positiveMoney } from './primitives';
import * as z from 'zod';
import {
  country,
  id,
  instant,
  line,
  person,
  skill,
  slug,
  text,
  timeZone,
  words,
} from './primitives';

/*
 * GET /api/profiles/me     → ownProfile
 * PUT /api/profiles/me     changeProfile → ownProfile
 * GET /api/profiles/:slug  → publicProfile (guest)
 * GET /api/profiles/me/privacy, PUT the same   profilePrivacy: who sees what, may search engines
 * GET /api/people?ids=a,b  → people (names and faces of ids, at most 100)
 */

export const changeProfile = z.strictObject({
  headline: words(120),
  about: text(4_000),
  skills: z.array(skill).max(30),
  languages: z.array(z.string().regex(/^[a-z]{2}$/)).max(10),
  hourlyRate: positiveMoney.nullable(),
  avatarFileId: id.nullable(),
});
export type ChangeProfile = z.infer<typeof changeProfile>;

export const profileParts = [
  'headline',
  'about',
  'skills',
  'languages',
  'hourlyRate',
  'avatar',
] as const;

export const ownProfile = changeProfile.extend({
  slug,
  name: line(80),
  completeness: z.object({ percent: z.number(), missing: z.array(z.enum(profileParts)) }),
});
export type OwnProfile = z.infer<typeof ownProfile>;

export const publicProfile = z.object({
  id,
  slug,
  name: z.string(),
  headline: z.string(),
  about: z.string(),
  skills: z.array(z.string()),
  languages: z.array(z.string()),
  hourlyRate: positiveMoney.nullable(),
  avatarUrl: z.string().nullable(),
  country,
  timeZone,
  memberSince: instant,
  roles: z.array(z.enum(['client', 'provider'])),
  rating: z.number().nullable(),
  reviews: z.number(),
  completedContracts: z.number(),
  /** Search engines may show the page. */
  searchEngines: z.boolean(),
});
export type PublicProfile = z.infer<typeof publicProfile>;

/** What may be kept from others, and from whom; what is not named is for everybody. */
export const guardedParts = ['about', 'languages', 'hourlyRate', 'record'] as const;
export const guardedPart = z.enum(guardedParts);
export type GuardedPart = z.infer<typeof guardedPart>;
export const audience = z.enum(['public', 'members', 'nobody']);
export type Audience = z.infer<typeof audience>;
export const profilePrivacy = z.strictObject({
  parts: z.record(guardedPart, audience),
  searchEngines: z.boolean(),
});
export type ProfilePrivacy = z.infer<typeof profilePrivacy>;

export const askPeople = z.strictObject({
  ids: z
    .string()
    .transform((list) => list.split(','))
    .pipe(z.array(id).max(100)),
});
export const people = z.object({ items: z.array(person) });
