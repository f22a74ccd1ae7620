import * as z from 'zod';
import { id, instant, line, listOf, money, page, person, text } from './primitives';

/*
 * Compliance only; to everybody else these routes do not exist (404).
 * GET  /api/admin/screening/alerts?state=&kind=      findAlerts → alertRows, newest first
 * GET  /api/admin/screening/cases/:id                → caseDetail
 * POST /api/admin/screening/cases/:id/wait           waitForUser → 204
 * POST /api/admin/screening/cases/:id/resolve        resolveCase → resolution (Idempotency-Key)
 * GET  /api/admin/screening/cases/:id/links          → links: who shares what, two steps away at most
 * GET  /api/admin/screening/lists                    → lists
 * POST /api/admin/screening/lists/:source/fetch      → listAsked: asked of its publisher now
 * GET  /api/admin/screening/rules                    → rules
 * POST /api/admin/screening/rules                    changeRule → 204   a new version of it
 * POST /api/admin/screening/rules/backtest           changeRule → backtest
 * POST /api/admin/screening/cases/:id/report         draftReport → {id}
 * GET  /api/admin/screening/reports/:id              → report
 * PUT  /api/admin/screening/reports/:id              writeReport → 204
 * POST /api/admin/screening/reports/:id/file         fileReport → proposed   a second person has to agree
 */

/** Three authorities, and people in public office (`pep`), who are no reason to stop anything. */
export const listSource = z.enum(['ofac', 'eu', 'un', 'pep']);
export type ListSource = z.infer<typeof listSource>;
export const listKind = z.enum(['person', 'company', 'ship']);
export type ListKind = z.infer<typeof listKind>;
export const strength = z.enum(['strong', 'possible']);
export type Strength = z.infer<typeof strength>;
export const alertKind = z.enum(['name', 'rule']);
export const screeningCause = z.enum([
  'sign_up',
  'name_change',
  'verification',
  'payout',
  'bank_account',
  'list_change',
  'movement',
]);
export type ScreeningCause = z.infer<typeof screeningCause>;
export const ruleName = z.enum(['structuring', 'velocity', 'sudden_large', 'new_bank']);
export type RuleName = z.infer<typeof ruleName>;
export const caseState = z.enum(['open', 'awaiting_user', 'second_look', 'resolved']);
export type CaseState = z.infer<typeof caseState>;
export const disposition = z.enum([
  'false_positive',
  'true_match',
  'inconclusive',
  'requirements_met',
  'requirements_not_met',
  'enhanced_due_diligence',
]);
export type Disposition = z.infer<typeof disposition>;
/** What somebody has to have looked at before a case is resolved. */
export const caseChecks = ['name', 'birth', 'country', 'activity', 'sources'] as const;
export const caseCheck = z.enum(caseChecks);

const who = person.pick({ id: true, name: true });

export const alertRow = z.object({
  id,
  caseId: id,
  account: who,
  kind: alertKind,
  strength,
  cause: screeningCause,
  state: caseState,
  listedName: z.string().nullable(),
  source: listSource.nullable(),
  score: z.number().nullable(),
  rule: ruleName.nullable(),
  raisedAt: instant,
});
export type AlertRow = z.infer<typeof alertRow>;
export const alertRows = listOf(alertRow);
export const findAlerts = z.strictObject({
  state: z.enum(['open', 'resolved']).optional(),
  kind: alertKind.optional(),
  ...page,
});

export const listedEntry = z.object({
  id: z.string(),
  source: listSource,
  kind: listKind,
  names: z.array(z.string()),
  births: z.array(z.string()),
  countries: z.array(z.string()),
  programmes: z.array(z.string()),
});
export const caseAlert = alertRow
  .pick({ id: true, kind: true, strength: true, cause: true, score: true, rule: true })
  .extend({
    raisedAt: instant,
    listedName: z.string().nullable(),
    /** Null for a rule, and for an entry that was taken off the list. */
    entry: listedEntry.nullable(),
  });
export type CaseAlert = z.infer<typeof caseAlert>;

export const caseDetail = z.object({
  id,
  account: who.extend({ country: z.string().nullable() }),
  identity: z.object({ birthDate: z.string(), country: z.string(), name: z.string() }).nullable(),
  state: caseState,
  strength,
  disposition: disposition.nullable(),
  note: z.string(),
  checklist: z.array(caseCheck),
  openedAt: instant,
  resolvedAt: instant.nullable(),
  resolvedBy: who.nullable(),
  approvalId: id.nullable(),
  restricted: z.boolean(),
  /** Every name that was found is of somebody in public office. */
  isPep: z.boolean(),
  /** Two people decided to watch this account more closely: rules look from half of their amounts on. */
  watchedCloser: z.boolean(),
  reportId: id.nullable(),
  alerts: z.array(caseAlert),
  history: z.array(z.object({ id, disposition: disposition.nullable(), openedAt: instant })),
});
export type CaseDetail = z.infer<typeof caseDetail>;

export const waitForUser = z.strictObject({ note: line(2_000) });
export const resolveCase = z.strictObject({
  disposition,
  note: line(2_000),
  checklist: z.array(caseCheck).max(caseChecks.length),
});
export type ResolveCase = z.infer<typeof resolveCase>;
/** `approvalId` is there when a second person has to agree first. */
export const resolution = z.object({ approvalId: id.nullable() });

/** What became of asking the publisher: a list that changed, one that did not, or no list at all. */
export const fetchOutcome = z.enum(['imported', 'unchanged', 'failed']);
export type FetchOutcome = z.infer<typeof fetchOutcome>;
export const sanctionList = z.object({
  source: listSource,
  /** Null as long as none was taken in. */
  date: z.string().nullable(),
  version: z.number(),
  entries: z.number(),
  names: z.number(),
  importedAt: instant.nullable(),
  /** Whether it has an address to be fetched from. */
  isFetched: z.boolean(),
  askedAt: instant.nullable(),
  outcome: fetchOutcome.nullable(),
  /** Why it could not be fetched, as a word. */
  why: z.string().nullable(),
  failingSince: instant.nullable(),
});
export type SanctionList = z.infer<typeof sanctionList>;
export const lists = z.object({ items: z.array(sanctionList) });
export const listAsked = z.object({ outcome: fetchOutcome });

export const changeRule = z.strictObject({
  rule: ruleName,
  enabled: z.boolean(),
  /** Minor units: the sum, or the single amount, that the rule looks at. */
  amountMinor: z.string().regex(/^\d{1,15}$/),
  times: z.number().int().min(1).max(1_000),
  hours: z.number().int().min(1).max(8_760),
});
export type ChangeRule = z.infer<typeof changeRule>;
export const riskRule = changeRule.extend({ version: z.number(), at: instant });
export type RiskRule = z.infer<typeof riskRule>;
export const rules = z.object({ items: z.array(riskRule) });
export const backtest = z.object({
  movements: z.number(),
  hits: z.number(),
  accounts: z.number(),
  sample: z.array(z.object({ account: who, amount: money, at: instant })),
});
export type Backtest = z.infer<typeof backtest>;

export const reportState = z.enum(['draft', 'asked', 'filed']);
export const reportFacts = z.object({
  alerts: z.array(z.object({ what: z.string(), at: instant, score: z.number().nullable() })),
  movements: z.array(z.object({ amount: money, at: instant, newBank: z.boolean() })),
});
export const report = z.object({
  id,
  caseId: id,
  account: who,
  state: reportState,
  narrative: z.string(),
  facts: reportFacts,
  draftedBy: who,
  draftedAt: instant,
  filedBy: who.nullable(),
  filedAt: instant.nullable(),
  approvalId: id.nullable(),
});
export type Report = z.infer<typeof report>;
export const writeReport = z.strictObject({ narrative: text(20_000) });
export const fileReport = z.strictObject({ reason: line(1_000) });
