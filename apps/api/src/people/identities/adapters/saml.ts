import { reject } from '@kernel/reject';
import { SAML } from '@node-saml/node-saml';
import type { ProviderAnswer } from '@wire/identities';
import { randomBytes } from 'node:crypto';
import { accept } from '../domain/saml-assertion';
import { personIn } from '../domain/saml-person';
import type { Checks, Profile, Provider, ProviderKey } from './provider';
import type { SamlAnswers } from './saml-answers';
import { assertionIn } from './saml-reading';
import { shapeOf } from './saml-shape';

/** An identity provider, and who we are to it. */
export interface SamlRegistration {
  readonly issuer: string;
  readonly ssoUrl: string;
  /** PEM; an answer is signed by the key of one of them. */
  readonly certificates: readonly string[];
  readonly entityId: string;
  readonly acs: string;
}

/**
 * An identity provider that speaks SAML 2.0: asked by redirect, answered by a form. The library checks
 * the signature and hands back the bytes that were signed; whom those are for, and whether they are
 * new, is judged here and told apart by codes.
 */
export class SamlProvider implements Provider {
  constructor(
    private readonly provider: ProviderKey,
    private readonly registration: SamlRegistration,
    private readonly answers: SamlAnswers,
  ) {}

  /** The id of the request takes the place that the nonce has in OpenID Connect. */
  async leave(): Promise<Checks & { url: URL }> {
    const state = randomBytes(32).toString('base64url');
    const nonce = `_${randomBytes(20).toString('hex')}`;
    const url = await this.library({ id: nonce }).getAuthorizeUrlAsync(state, undefined, {});
    return { url: new URL(url), state, nonce, verifier: null };
  }

  async finish({ code = '' }: ProviderAnswer, { nonce: requestId }: Checks): Promise<Profile> {
    const { provider } = this;
    const { issuer, entityId: audience, acs } = this.registration;
    const xml = textOf(await this.answers.take(provider, code));
    const answer = shapeOf(xml);
    if ((answer.issuer ?? issuer) !== issuer) reject('sso.saml_other_issuer');
    if ((answer.destination ?? acs) !== acs) reject('sso.saml_other_recipient');
    if ((answer.inResponseTo ?? null) !== requestId) reject('sso.saml_not_asked');
    const assertion = assertionIn(await this.signedIn(xml, answer.isSigned));
    accept(assertion, { issuer, audience, acs, requestId }, new Date());
    await this.answers.use(provider, assertion.id);
    // The address has to be in a domain that the organisation proved; that is asked afterwards.
    const person = personIn(assertion);
    return { provider, ...person, emailVerified: person.email !== null };
  }

  /** The assertion as it was signed. Rejects sso.saml_unsigned: by nobody, or by somebody else. */
  private async signedIn(xml: string, isAnswerSigned: boolean): Promise<string> {
    const sent = { SAMLResponse: Buffer.from(xml).toString('base64') };
    try {
      const { profile } = await this.library({ isAnswerSigned }).validatePostResponseAsync(sent);
      return profile?.getAssertionXml?.() ?? reject('sso.saml_unsigned');
    } catch {
      return reject('sso.saml_unsigned');
    }
  }

  private library({ id = '', isAnswerSigned = false }): SAML {
    const { issuer, ssoUrl, certificates, entityId, acs } = this.registration;
    return new SAML({
      ...{ issuer: entityId, callbackUrl: acs, entryPoint: ssoUrl, idpIssuer: issuer },
      idpCert: [...certificates],
      wantAssertionsSigned: true,
      wantAuthnResponseSigned: isAnswerSigned,
      generateUniqueId: () => id,
      disableRequestedAuthnContext: true,
      identifierFormat: null,
      // Judged by `accept`, which says what is wrong.
      ...{ audience: false, acceptedClockSkewMs: -1 },
    });
  }
}

/** Written in one way alone, so that nobody reads it in another. */
function textOf(base64: string): string {
  const bare = base64.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(bare)) return reject('sso.saml_malformed');
  return Buffer.from(bare, 'base64').toString('utf8');
}
