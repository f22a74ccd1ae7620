import { reject } from '@kernel/reject';

/** What stands in an assertion whose signature was checked; of nothing else is anything believed. */
export interface Assertion {
  readonly id: string;
  readonly issuer: string;
  readonly issuedAt: string;
  readonly subject: { readonly id: string; readonly format: string };
  readonly confirmations: readonly Confirmation[];
  readonly notBefore: string | undefined;
  readonly notOnOrAfter: string | undefined;
  /** One of each restriction has to be us. */
  readonly audiences: readonly (readonly string[])[];
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  /** How they showed who they are. */
  readonly contexts: readonly string[];
}

export interface Confirmation {
  readonly method: string;
  readonly recipient: string | undefined;
  readonly inResponseTo: string | undefined;
  readonly notBefore: string | undefined;
  readonly notOnOrAfter: string | undefined;
}

export interface Expected {
  readonly issuer: string;
  /** Who we are there, and where we are answered. */
  readonly audience: string;
  readonly acs: string;
  /** Null where it began at the identity provider, which answers no request then. */
  readonly requestId: string | null;
}

const bearer = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';
const transient = 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient';
const skewMs = 60_000;
/** However long it says it is good: it comes straight from where it was made. */
export const freshMs = 600_000;

/**
 * Whether an assertion is for us, now, and the answer to what was asked (SAML profiles, 4.1.4.3).
 * Rejects sso.saml_other_issuer, saml_other_audience, saml_other_recipient, saml_not_asked,
 * saml_expired and saml_no_subject.
 */
export function accept(assertion: Assertion, expected: Expected, now: Date): void {
  const { audiences, confirmations, subject } = assertion;
  if (assertion.issuer !== expected.issuer) reject('sso.saml_other_issuer');
  const isOurs = audiences.length > 0 && audiences.every((all) => all.includes(expected.audience));
  if (!isOurs) reject('sso.saml_other_audience');
  const bearers = confirmations.filter(({ method }) => method === bearer);
  const [brought, ...others] = bearers.filter(({ recipient }) => recipient === expected.acs);
  if (!brought || others.length > 0) return reject('sso.saml_other_recipient');
  if ((brought.inResponseTo ?? null) !== expected.requestId) reject('sso.saml_not_asked');
  const age = now.getTime() - timeOf(assertion.issuedAt, Number.NaN);
  // Written so that no number, which is smaller than nothing, is too old.
  if (!(age <= freshMs + skewMs && age >= -skewMs)) reject('sso.saml_expired');
  for (const span of [assertion, brought]) if (!isNow(span, now)) reject('sso.saml_expired');
  const isLasting = subject.id !== '' && subject.id.length <= 255 && subject.format !== transient;
  if (!isLasting) reject('sso.saml_no_subject');
}

type Span = Pick<Assertion, 'notBefore' | 'notOnOrAfter'>;

/** An end has to be named; a beginning need not. */
function isNow({ notBefore, notOnOrAfter }: Span, now: Date): boolean {
  const from = notBefore === undefined ? 0 : timeOf(notBefore, Number.POSITIVE_INFINITY);
  const until = timeOf(notOnOrAfter ?? '', 0);
  return now.getTime() >= from - skewMs && now.getTime() < until + skewMs;
}

/** SAML knows times of UTC alone. */
const timeOf = (text: string, otherwise: number): number =>
  /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? Date.parse(text) || otherwise : otherwise;
