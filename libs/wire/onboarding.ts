import * as z from 'zod';
import { id, instant, line, listOf, page, person, text, words } from './primitives';

/*
 * GET  /api/organisations/:id/onboarding          → plans: the newest of each team and of all (members who hire)
 * PUT  /api/organisations/:id/onboarding          publishPlan → planPublished (owner, admin); no tasks is no plan
 * GET  /api/organisations/:id/onboardings?state=  → onboardings, the newest first (members who hire)
 * GET  /api/onboardings                           → onboardings of the asking provider
 * GET  /api/onboardings/:id                       → onboardingView (the provider, members who hire)
 * GET  /api/onboardings/:id/tasks/:taskId/file    → 302 to what was uploaded
 * POST /api/onboardings/:id/tasks/:taskId/hand-in handIn → 204 (the provider)
 * POST /api/onboardings/:id/tasks/:taskId/review  reviewTask → 204 (members who hire)
 * GET  /api/contracts/:id/onboarding              → contractOnboarding (who may see the contract)
 */
export const taskKinds = ['confirm', 'sign', 'upload', 'answer'] as const;
export const taskKind = z.enum(taskKinds);
export type TaskKind = z.infer<typeof taskKind>;

const needsText = (kind: TaskKind) => kind === 'confirm' || kind === 'sign';

export const planTask = z
  .strictObject({
    kind: taskKind,
    title: line(120),
    explanation: text(2_000).default(''),
    /** What is confirmed or signed; of other kinds nothing is kept. */
    text: text(20_000).default(''),
    required: z.boolean(),
    days: z.int().min(1).max(365),
    /** Somebody of the organisation looks at it; otherwise it is done when it is handed in. */
    reviewed: z.boolean(),
  })
  .refine((task) => !needsText(task.kind) || task.text !== '', {
    path: ['text'],
    error: 'onboarding.text_missing',
  });
export type PlanTask = z.infer<typeof planTask>;

export const publishPlan = z.strictObject({
  workspaceId: id.nullable(),
  /** Nothing is delivered before the required tasks are done. */
  beforeWork: z.boolean(),
  /** For so long it counts for later contracts as well. */
  validDays: z.int().min(1).max(3_650).default(365),
  tasks: z.array(planTask).max(20),
});
export type PublishPlan = z.infer<typeof publishPlan>;
export const planPublished = z.object({ version: z.number() });

const shownTask = z.object({
  id,
  kind: taskKind,
  title: z.string(),
  explanation: z.string(),
  text: z.string(),
  required: z.boolean(),
  days: z.number(),
  reviewed: z.boolean(),
});
export const plan = z.object({
  workspaceId: id.nullable(),
  version: z.number(),
  beforeWork: z.boolean(),
  validDays: z.number(),
  tasks: z.array(shownTask),
  publishedBy: person,
  publishedAt: instant,
});
export type Plan = z.infer<typeof plan>;
export const plans = z.object({ mayChange: z.boolean(), items: z.array(plan) });
export type Plans = z.infer<typeof plans>;

export const onboardingState = z.enum(['open', 'in_review', 'overdue', 'done']);
export type OnboardingState = z.infer<typeof onboardingState>;
export const findOnboardings = z.strictObject({ state: onboardingState.optional(), ...page });
export const findMyOnboardings = z.strictObject({ ...page });

const progress = {
  id,
  organisation: z.object({ id, name: z.string() }),
  beforeWork: z.boolean(),
  begunAt: instant,
  /** When every required task was done. */
  doneAt: instant.nullable(),
  /** How many tasks there are, and how far they are. */
  tasks: z.number(),
  done: z.number(),
  inReview: z.number(),
  overdue: z.number(),
  /** The next task that has to be done; null where none is. */
  nextDueAt: instant.nullable(),
};
export const onboardingRow = z.object({ ...progress, provider: person });
export type OnboardingRow = z.infer<typeof onboardingRow>;
export const onboardings = listOf(onboardingRow);
export const contractOnboarding = z.object({ onboarding: z.object(progress).nullable() });
export type ContractOnboarding = z.infer<typeof contractOnboarding>;

export const taskState = z.enum(['open', 'in_review', 'returned', 'done']);
export type TaskState = z.infer<typeof taskState>;
export const onboardingTask = shownTask.extend({
  state: taskState,
  dueAt: instant,
  overdue: z.boolean(),
  handedInAt: instant.nullable(),
  answer: z.string().nullable(),
  signature: z.string().nullable(),
  /** Of the text that was confirmed or signed. */
  sha256: z.string().nullable(),
  file: z
    .object({
      name: z.string(),
      size: z.number(),
      state: z.enum(['checking', 'ready']),
      url: z.string(),
    })
    .nullable(),
  reason: z.string().nullable(),
  reviewedBy: person.nullable(),
  reviewedAt: instant.nullable(),
});
export type OnboardingTask = z.infer<typeof onboardingTask>;
export const onboardingView = z.object({
  ...progress,
  version: z.number(),
  provider: person,
  /** Until then it counts for further contracts. */
  countsUntil: instant.nullable(),
  contracts: z.array(z.object({ id, title: z.string() })),
  mine: z.boolean(),
  mayReview: z.boolean(),
  all: z.array(onboardingTask),
});
export type OnboardingView = z.infer<typeof onboardingView>;

export const handIn = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('confirm') }),
  z.strictObject({ kind: z.literal('sign'), signature: line(120) }),
  z.strictObject({ kind: z.literal('upload'), fileId: id }),
  z.strictObject({ kind: z.literal('answer'), answer: text(4_000).min(1) }),
]);
export type HandIn = z.infer<typeof handIn>;

/** Whoever sends a task back says why. */
export const reviewTask = z.discriminatedUnion('accept', [
  z.strictObject({ accept: z.literal(true) }),
  z.strictObject({ accept: z.literal(false), reason: words(1_000).min(1) }),
]);
export type ReviewTask = z.infer<typeof reviewTask>;
