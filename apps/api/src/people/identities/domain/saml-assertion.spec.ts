import { accept, type Assertion, type Confirmation, type Expected } from './saml-assertion';
import { personIn } from './saml-person';

const now = new Date('2026-03-01T12:00:00Z');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000).toISOString();
const expected: Expected = {
  ...{ issuer: 'idp', audience: 'us', acs: 'https://us/acs', requestId: '_1' },
};
const bearer = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';
const brought: Confirmation = {
  ...{ method: bearer, recipient: 'https://us/acs', inResponseTo: '_1', notBefore: undefined },
  notOnOrAfter: minutes(5),
};
const good: Assertion = {
  ...{ id: '_a', issuer: 'idp', issuedAt: minutes(0), subject: { id: '42', format: '' } },
  ...{ confirmations: [brought], notBefore: minutes(0), notOnOrAfter: minutes(5) },
  ...{ audiences: [['us', 'them']], attributes: {}, contexts: [] },
};

const judged = (more: Partial<Assertion> = {}, of: Partial<Expected> = {}) => {
  try {
    accept({ ...good, ...more }, { ...expected, ...of }, now);
    return 'taken';
  } catch (error) {
    return (error as Error).message;
  }
};
const confirmed = (more: Partial<Confirmation>) =>
  judged({ confirmations: [{ ...brought, ...more }] });

describe('an assertion whose signature was checked', () => {
  it('is taken from its issuer, by us, at our address, in answer to our question', () => {
    expect(judged()).toBe('taken');
    expect(judged({ issuer: 'idp2' })).toBe('sso.saml_other_issuer');
    expect(judged({ audiences: [] })).toBe('sso.saml_other_audience');
    expect(judged({ audiences: [['us'], ['them']] })).toBe('sso.saml_other_audience');
    expect(judged({ confirmations: [] })).toBe('sso.saml_other_recipient');
    expect(confirmed({ recipient: undefined })).toBe('sso.saml_other_recipient');
    expect(confirmed({ method: 'urn:oasis:names:tc:SAML:2.0:cm:holder-of-key' })).toBe(
      'sso.saml_other_recipient',
    );
    expect(confirmed({ inResponseTo: undefined })).toBe('sso.saml_not_asked');
  });

  it('answers no question where nobody asked one', () => {
    expect(judged({}, { requestId: null })).toBe('sso.saml_not_asked');
    const unasked = { confirmations: [{ ...brought, inResponseTo: undefined }] };
    expect(judged(unasked, { requestId: null })).toBe('taken');
  });

  it('is good for as long as it says, with a minute for clocks, and never for long', () => {
    expect(judged({ notBefore: minutes(1) })).toBe('taken');
    expect(judged({ notBefore: minutes(2) })).toBe('sso.saml_expired');
    expect(judged({ notOnOrAfter: minutes(-0.5) })).toBe('taken');
    expect(judged({ notOnOrAfter: minutes(-1) })).toBe('sso.saml_expired');
    expect(confirmed({ notOnOrAfter: minutes(-1) })).toBe('sso.saml_expired');
    expect(confirmed({ notBefore: minutes(2) })).toBe('sso.saml_expired');
    const lasting = { notOnOrAfter: minutes(900), confirmations: [brought] };
    expect(judged({ ...lasting, issuedAt: minutes(-11) })).toBe('taken');
    expect(judged({ ...lasting, issuedAt: minutes(-12) })).toBe('sso.saml_expired');
    expect(judged({ issuedAt: minutes(2) })).toBe('sso.saml_expired');
  });

  it('without an end, or with times that are none, is not good at all', () => {
    expect(judged({ notOnOrAfter: undefined })).toBe('sso.saml_expired');
    for (const time of ['', 'never', '2026-03-01', '2026-03-01T12:00:00+09:00'])
      for (const name of ['notOnOrAfter', 'issuedAt', 'notBefore'] as const)
        expect([name, time, judged({ [name]: time })]).toEqual([name, time, 'sso.saml_expired']);
  });

  it('names somebody, and by a name that lasts', () => {
    const transient = 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient';
    expect(judged({ subject: { id: '42', format: transient } })).toBe('sso.saml_no_subject');
    expect(judged({ subject: { id: '', format: '' } })).toBe('sso.saml_no_subject');
  });
});

describe('who somebody is, in the words of an identity provider', () => {
  const said = (attributes: Assertion['attributes'], more: Partial<Assertion> = {}) =>
    personIn({ ...good, attributes, ...more });

  it('is found under the names that are in use', () => {
    const claims = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims';
    const entra = said({
      [`${claims}/emailaddress`]: ['Amira@Nile.test'],
      [`${claims}/givenname`]: ['Amira'],
      [`${claims}/surname`]: ['Hassan'],
    });
    expect(entra).toMatchObject({ email: 'amira@nile.test', name: 'Amira Hassan' });
    expect(said({ mail: ['a@nile.test'] })).toMatchObject({ email: 'a@nile.test', name: null });
    const format = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';
    expect(said({}, { subject: { id: 'a@nile.test', format } }).email).toBe('a@nile.test');
    expect(said({ email: ['nobody'] }).email).toBeNull();
  });

  it('has shown two things where it says so', () => {
    expect(said({}, { contexts: ['https://refeds.org/profile/mfa'] }).amr).toEqual(['mfa']);
    expect(said({}, { contexts: ['urn:oasis:names:tc:SAML:2.0:ac:classes:Password'] }).amr).toEqual(
      [],
    );
  });
});
