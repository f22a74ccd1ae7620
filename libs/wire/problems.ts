import * as z from 'zod';
import { houseProblems } from './problems/house';
import { marketProblems } from './problems/market';
import { moneyProblems } from './problems/money';
import { peopleProblems } from './problems/people';
import { trustProblems } from './problems/trust';

/**
 * Every way to be told no: code → HTTP status. `problems.<code>` is the translation key. A code is
 * never renamed; a new rule gets a new code, in the file of its district.
 */
export const problems = {
  ...houseProblems,
  ...peopleProblems,
  ...marketProblems,
  ...moneyProblems,
  ...trustProblems,
} as const;

export type ProblemCode = keyof typeof problems;

/** RFC 9457 `application/problem+json`. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  correlationId: z.string(),
  detail: z.string().optional(),
  /** Which fields, when the body did not fit: `path` is dotted. */
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
  /** What the rule knows beside its name: a newer revision, the seconds to wait, the missing fields. */
  facts: z.record(z.string(), z.unknown()).optional(),
});
export type Problem = z.infer<typeof problem>;
