import * as z from 'zod';

/**
 * Every way to be told no: code → HTTP status. `problems.<code>` is the translation key. A code is
 * never renamed; a new rule gets a new code.
 */
export const problems = {
  'request.invalid': 400,
  'request.unauthenticated': 401,
  'request.forbidden': 403,
  'request.cross_site': 403,
  'request.not_found': 404,
  'request.conflict': 409,
  'request.stale': 409,
  'request.too_large': 413,
  'request.too_many': 429,
  'request.idempotency_key_missing': 400,
  'request.idempotency_key_reused': 422,
  'server.failed': 500,
  'server.database_gone': 503,
  'server.gateway_gone': 503,

  'money.overdrawn': 422,
  'money.currency_mismatch': 422,
  'money.too_large': 422,

  'accounts.wrong_credentials': 401,
  'accounts.email_unverified': 403,
  'accounts.verification_invalid': 422,
  'accounts.session_ended': 401,
  'accounts.phone_missing': 422,
  'accounts.code_invalid': 422,
  'accounts.code_locked': 429,
  'accounts.step_up_required': 403,
  'accounts.role_missing': 403,
  'accounts.not_found': 404,

  'profiles.not_found': 404,

  'jobs.not_found': 404,
  'jobs.not_yours': 403,
  'jobs.not_draft': 409,
  'jobs.not_open': 409,
  'jobs.stale_draft': 409,
  'jobs.incomplete': 422,

  'proposals.not_found': 404,
  'proposals.not_yours': 403,
  'proposals.own_job': 409,
  'proposals.already_sent': 409,
  'proposals.not_open': 409,
  'proposals.locked': 409,
  'proposals.answers_missing': 422,
  'proposals.currency': 422,

  'contracts.not_found': 404,
  'contracts.not_yours': 403,
  'contracts.not_offered': 409,
  'contracts.not_active': 409,
  'contracts.already_offered': 409,
  'contracts.signature_mismatch': 422,

  'escrow.not_found': 404,
  'escrow.not_yours': 403,
  'escrow.no_such_milestone': 404,
  'escrow.not_funded': 409,
  'escrow.already_funded': 409,
  'escrow.already_released': 409,
  'escrow.not_in_review': 409,
  'escrow.amount_mismatch': 422,
  'escrow.closed': 409,
  'escrow.already_open': 409,

  'payments.not_found': 404,
  'payments.not_yours': 403,
  'payments.signature_invalid': 401,
  'payments.not_fundable': 409,
  'payments.not_captured': 409,
  'payments.exceeds_captured': 422,
  'payments.amount_mismatch': 422,

  'payouts.not_found': 404,
  'payouts.not_yours': 403,
  'payouts.bank_unverified': 422,
  'payouts.bank_not_found': 404,
  'payouts.not_awaiting_approval': 409,
  'payouts.not_prepared': 409,
  'payouts.already_prepared': 409,
  'payouts.same_person': 403,
  'payouts.own_payout': 403,
  'payouts.bad_state': 409,

  'reviews.not_found': 404,
  'reviews.not_yours': 403,
  'reviews.not_open': 409,
  'reviews.already_written': 409,
  'reviews.already_replied': 409,

  'files.not_found': 404,
  'files.not_yours': 403,
  'files.too_large': 413,
  'files.type_refused': 415,
  'files.disguised': 415,
  'files.incomplete': 422,
  'files.link_invalid': 403,
  'files.storage_full': 507,

  'search.not_found': 404,
  'notifications.not_found': 404,
  'ledger.not_found': 404,
  'queues.not_found': 404,
  'streams.not_found': 404,
} as const satisfies Record<string, number>;

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
