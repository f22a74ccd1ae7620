/** Of jobs, proposals, contracts and reviews. Code → HTTP status. */
export const marketProblems = {
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

  'talent.not_found': 404,
  'talent.not_yours': 403,
  'talent.not_a_provider': 422,
  'talent.too_many_pools': 409,
  'talent.pool_full': 409,

  'reviews.not_found': 404,
  'reviews.not_yours': 403,
  'reviews.not_open': 409,
  'reviews.already_written': 409,
  'reviews.already_replied': 409,
} as const satisfies Record<string, number>;
