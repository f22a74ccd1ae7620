import * as z from 'zod';
import { category } from './jobs';
import { id, instant, line, listOf, money, page, person } from './primitives';

/*
 * GET    /api/search/jobs      findJobs → jobResults (guest)
 * GET    /api/search/talent    findTalent → talentResults (guest)
 * GET    /api/search/suggest?q= → suggestions
 * POST   /api/search/saved     saveSearch → {id};  GET → listOf(savedSearch);  DELETE /api/search/saved/:id → 204
 */

/** Comma-separated; any of them. */
const list = z.string().max(400).optional();

export const findJobs = z.strictObject({
  q: z.string().max(200).optional(),
  category: list,
  skills: list,
  /** Budgets in minor units. */
  budgetMin: z.coerce.number().int().min(0).optional(),
  budgetMax: z.coerce.number().int().min(0).optional(),
  sort: z.enum(['relevance', 'newest', 'budget']).default('relevance'),
  ...page,
});
export type FindJobs = z.infer<typeof findJobs>;

export const facet = z.object({ value: z.string(), count: z.number() });

export const jobResult = z.object({
  id,
  title: z.string(),
  excerpt: z.string(),
  category,
  skills: z.array(z.string()),
  budget: money,
  proposals: z.number(),
  publishedAt: instant,
  client: z.object({
    name: z.string(),
    country: z.string().nullable(),
    rating: z.number().nullable(),
  }),
  /** Why this result: each part of the score by name, highest first. */
  why: z.array(
    z.object({ factor: z.enum(['text', 'skills', 'recency', 'client']), share: z.number() }),
  ),
});
export type JobResult = z.infer<typeof jobResult>;
export const jobResults = listOf(jobResult).extend({
  total: z.number(),
  facets: z.object({ category: z.array(facet), skills: z.array(facet) }),
  /** Set when nothing matched as typed and this spelling was used. */
  corrected: z.string().nullable(),
});
export type JobResults = z.infer<typeof jobResults>;

export const findTalent = z.strictObject({
  q: z.string().max(200).optional(),
  skills: list,
  ...page,
});
export const talentResult = person.extend({
  headline: z.string(),
  skills: z.array(z.string()),
  hourlyRate: money.nullable(),
  rating: z.number().nullable(),
  reviews: z.number(),
  completedContracts: z.number(),
});
export const talentResults = listOf(talentResult).extend({
  total: z.number(),
  facets: z.object({ skills: z.array(facet) }),
});

export const suggest = z.strictObject({ q: z.string().min(1).max(100) });
export const suggestions = z.object({
  skills: z.array(z.string()),
  categories: z.array(category),
  jobs: z.array(z.object({ id, title: z.string() })),
});

export const saveSearch = z.strictObject({ name: line(80), query: findJobs.partial() });
export const savedSearch = z.object({
  id,
  name: z.string(),
  query: findJobs.partial(),
  createdAt: instant,
});
export const findSavedSearches = z.strictObject({ ...page });
export const savedSearches = listOf(savedSearch);
