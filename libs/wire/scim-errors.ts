import type { Problem, ProblemCode } from './problems';
import { urns } from './scim';

type ScimType =
  'invalidFilter' | 'invalidPath' | 'invalidSyntax' | 'invalidValue' | 'noTarget' | 'uniqueness';

const types: Partial<Record<ProblemCode, ScimType>> = {
  'scim.invalid_filter': 'invalidFilter',
  'scim.invalid_path': 'invalidPath',
  'scim.invalid_value': 'invalidValue',
  'scim.foreign_address': 'invalidValue',
  'scim.no_target': 'noTarget',
  'scim.not_unique': 'uniqueness',
  'request.invalid': 'invalidSyntax',
};

/** For the log of a directory, which knows one language. */
const details: Partial<Record<ProblemCode, string>> = {
  'scim.not_found': 'There is no such resource.',
  'scim.not_unique': 'The userName, address or displayName belongs to another resource.',
  'scim.foreign_address': 'The address is in no domain that the organisation verified.',
  'scim.invalid_value': 'A value is missing or of the wrong kind.',
  'scim.invalid_filter': 'The filter is not one of RFC 7644.',
  'scim.invalid_path': 'The path of an operation leads nowhere.',
  'scim.no_target': 'An operation has no target.',
  'scim.changed_meanwhile': 'The resource is another version than If-Match names.',
  'organisations.last_owner':
    'The last owner of the organisation stays until somebody else is one.',
  'organisations.no_seat': 'No seat of the organisation is free.',
  'request.invalid': 'The request is not readable.',
  'request.not_found': 'There is no such resource.',
  'request.unauthenticated': 'A bearer token is needed.',
  'request.forbidden': 'The token is not one of a directory.',
  'request.too_many': 'Too many requests. Retry-After says when to go on.',
  'request.unsupported_type': 'The body has to be application/scim+json.',
  'request.too_large': 'The body is too large.',
  'api_keys.invalid': 'The token is unknown, revoked or expired.',
};

export const scimMediaType = 'application/scim+json';

/** A refusal as RFC 7644 (3.12) writes it: the status is a text. */
export function scimRefusal({ status, code, correlationId }: Problem) {
  const scimType = types[code as ProblemCode];
  const said = details[code as ProblemCode] ?? 'The request was refused.';
  const body = {
    schemas: [urns.error],
    status: String(status),
    ...(scimType && { scimType }),
    detail: `${said} (${code}, ${correlationId})`,
  };
  return { mediaType: scimMediaType, body };
}
