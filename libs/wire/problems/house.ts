/** Of the house itself: requests, files, search, operations. Code → HTTP status. */
export const houseProblems = {
  'request.invalid': 400,
  'request.unauthenticated': 401,
  'request.forbidden': 403,
  'request.cross_site': 403,
  'request.not_secure': 403,
  'request.not_found': 404,
  'request.conflict': 409,
  'request.stale': 409,
  'request.too_large': 413,
  'request.unsupported_type': 415,
  'request.address_blocked': 403,
  'request.too_many': 429,
  'request.challenge_required': 429,
  'request.idempotency_key_missing': 400,
  'request.idempotency_key_reused': 422,

  'server.failed': 500,
  'server.database_gone': 503,
  'server.gateway_gone': 503,
  'server.busy': 503,

  'surface.already_over': 422,
  'surface.would_block_you': 409,
  'surface.no_such_rule': 404,

  'webhooks.not_found': 404,
  'webhooks.bad_url': 422,
  'webhooks.too_many': 409,
  'webhooks.disabled': 409,

  'files.not_found': 404,
  'files.not_yours': 403,
  'files.too_large': 413,
  'files.type_refused': 415,
  'files.disguised': 415,
  'files.incomplete': 422,
  'files.link_invalid': 403,
  'files.storage_full': 507,
  'files.name_refused': 422,
  'files.picture_refused': 415,
  'files.archive_refused': 415,
  'files.infected': 422,
  'files.being_checked': 409,
  'files.over_quota': 409,

  'search.not_found': 404,

  'notifications.not_found': 404,
  'notifications.locked': 409,
  'notifications.unsubscribe_invalid': 422,

  'texts.not_found': 404,
  'texts.signature_invalid': 403,
  'texts.no_quiet_time': 422,

  'queues.not_found': 404,

  'streams.not_found': 404,

  'projections.not_found': 404,
  'projections.busy': 409,
} as const satisfies Record<string, number>;
