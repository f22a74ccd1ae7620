/** Of verification, screening and the audit. Code → HTTP status. */
export const trustProblems = {
  'verification.not_found': 404,
  'verification.no_company': 422,
  'verification.tier_needed': 403,
  'verification.already_under_way': 409,
  'verification.phone_first': 409,
  'verification.signature_invalid': 401,
  'verification.not_in_review': 409,
  'verification.checklist_incomplete': 422,
  'verification.reason_missing': 422,
  'verification.purpose_missing': 422,
  'verification.other_person': 403,

  'screening.not_found': 404,
  'screening.already_resolved': 409,
  'screening.checklist_incomplete': 422,
  'screening.not_pep': 422,
  'screening.list_without_address': 409,
  'screening.report_exists': 409,
  'screening.report_filed': 409,

  'audit.not_found': 404,
  'audit.not_ready': 409,
  'audit.expired': 410,
  'audit.bad_cosignature': 422,
  'audit.unknown_witness': 403,
  'audit.bad_period': 422,
} as const satisfies Record<string, number>;
