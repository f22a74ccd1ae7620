import { createHash } from 'node:crypto';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import { hexId, isSame } from '../core/ids';
import type { IssuerSettings } from '../core/settings';
import { Setting } from '../core/setting';
import type { Shelf, Store } from '../core/store';
import type { IssuerName, Person } from './people';

const codeMs = 60_000;
const tokenSeconds = 3_600;

export type Signature = 'RS256' | 'ES256' | 'PS256' | 'ES384';

/** What the client asked for, as it stood in the address. */
export interface Asked {
  redirectUri: string;
  nonce: string | undefined;
  challenge: string | undefined;
}

interface Grant extends Asked {
  id: string;
  issuer: IssuerName;
  person: Person;
  until: number;
  used: boolean;
}
interface Token {
  id: string;
  issuer: IssuerName;
  person: Person;
}

export interface Exchange {
  code: string;
  redirectUri: string;
  verifier: string | undefined;
}

/** Codes, tokens and keys of the providers by whom one logs in elsewhere. */
export class Issuers {
  private readonly grants: Shelf<Grant>;
  private readonly tokens: Shelf<Token>;
  private readonly keys: Setting<JWK[]>;
  /** How the directory signs; the others always sign the same way. */
  readonly signs: Setting<Signature>;

  constructor(
    store: Store,
    readonly settings: Record<IssuerName, IssuerSettings>,
  ) {
    this.grants = store.shelf('issuer-grant');
    this.tokens = store.shelf('issuer-token');
    this.keys = new Setting<JWK[]>(store, 'issuers.keys', []);
    this.signs = new Setting<Signature>(store, 'issuers.signs', 'RS256');
  }

  isClient(issuer: IssuerName, id: string, secret: string): boolean {
    const { clientId, clientSecret } = this.settings[issuer];
    return isSame(id, clientId) && isSame(secret, clientSecret);
  }

  grant(issuer: IssuerName, person: Person, asked: Asked): string {
    const id = hexId('4/');
    const until = Date.now() + codeMs;
    this.grants.put({ ...asked, id, issuer, person, until, used: false });
    this.grants.keepNewest(1_000);
    return id;
  }

  /** Good once, for a minute, at the address and with the verifier that it was asked for with. */
  redeem(issuer: IssuerName, { code, redirectUri, verifier }: Exchange): Grant | undefined {
    const grant = this.grants.get(code);
    if (grant?.issuer !== issuer || grant.used || grant.until < Date.now()) return undefined;
    this.grants.put({ ...grant, used: true });
    if (grant.redirectUri !== redirectUri) return undefined;
    const shown = createHash('sha256')
      .update(verifier ?? '')
      .digest('base64url');
    return grant.challenge === undefined || grant.challenge === shown ? grant : undefined;
  }

  accessToken(issuer: IssuerName, person: Person): { token: string; expiresIn: number } {
    const token = this.tokens.put({ id: hexId('ya29.'), issuer, person }).id;
    this.tokens.keepNewest(1_000);
    return { token, expiresIn: tokenSeconds };
  }

  whoHas(issuer: IssuerName, token: string): Person | undefined {
    const found = this.tokens.get(token);
    return found?.issuer === issuer ? found.person : undefined;
  }

  async idToken(address: string, grant: Grant): Promise<string> {
    const { person, issuer, nonce } = grant;
    const alg = this.algorithmOf(issuer);
    const key = this.keys.get().find((one) => one.alg === alg) ?? (await this.newKey(alg));
    const { name, email, emailVerified, amr = ['pwd'] } = person;
    // LinkedIn takes a nonce and does not give it back.
    const seen = nonce !== undefined && issuer !== 'linkedin' ? { nonce } : {};
    // Entra ID does not say whether an address is proved, and a directory says what was shown to it.
    const said = issuer === 'directory' ? { amr } : { email_verified: emailVerified };
    return new SignJWT({ name, email, ...said, ...seen })
      .setProtectedHeader({ alg, typ: 'JWT', kid: key.kid ?? '' })
      .setIssuer(address)
      .setSubject(person.subject)
      .setAudience(this.settings[issuer].clientId)
      .setIssuedAt()
      .setExpirationTime(`${tokenSeconds}s`)
      .sign(await importJWK(key, alg));
  }

  algorithmOf(issuer: IssuerName): Signature {
    return issuer === 'directory' ? this.signs.get() : 'RS256';
  }

  async published(): Promise<{ keys: JWK[] }> {
    if (this.keys.get().length === 0) await this.newKey();
    const keys = this.keys.get().map(({ kty, n, e, crv, x, y, kid, alg, use }) => {
      return { kty, n, e, crv, x, y, kid, alg, use };
    });
    return { keys };
  }

  /** The newest signs; the one before is published for as long as its tokens live. */
  async newKey(alg: Signature = 'RS256'): Promise<JWK> {
    const { privateKey } = await generateKeyPair(alg, { extractable: true });
    const jwk = { ...(await exportJWK(privateKey)), kid: hexId(''), alg, use: 'sig' };
    const others = this.keys.get().filter((one) => one.alg !== alg);
    const before = this.keys.get().find((one) => one.alg === alg);
    this.keys.set([jwk, ...(before ? [before] : []), ...others]);
    return jwk;
  }
}
