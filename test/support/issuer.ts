import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

/** An issuer that signs whatever it is told to, and counts who asks for its keys. */
export class RogueIssuer {
  readonly clientId = 'guildhall-rogue';
  url = '';
  /** What the token endpoint gives out. */
  idToken: () => Promise<string> | string = () => '';
  status = 200;
  keysAsked: string[] = [];
  published: JWK[] = [];
  keys: KeyPair | undefined;
  private server: Server | undefined;

  async start(): Promise<void> {
    const server = createServer((request, response) => this.answer(request, response));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    this.server = server;
    this.url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    await this.rotate('first');
  }

  stop(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }

  /** Only the new key is published. */
  async rotate(kid: string): Promise<void> {
    this.keys = await generateKeyPair('RS256', { extractable: true });
    const jwk = await exportJWK(this.keys.publicKey);
    this.published = [{ ...jwk, kid, alg: 'RS256', use: 'sig' }];
  }

  /** A good token, but for what is changed. */
  async signed(claims: object, header: object = {}, key = this.keys?.privateKey): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    const good = { iss: this.url, aud: this.clientId, sub: '42', iat: now, exp: now + 600 };
    const person = { email: 'eve@mail.test', email_verified: true, name: 'Eve' };
    const token = new SignJWT({ ...good, ...person, ...claims });
    const kid = this.published[0]?.kid ?? '';
    if (!key) throw new Error('the issuer is not started');
    return token.setProtectedHeader({ alg: 'RS256', kid, ...header }).sign(key);
  }

  private answer({ url = '' }: IncomingMessage, response: ServerResponse): void {
    const send = (body: object, status = 200) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (url === '/.well-known/openid-configuration') return send(this.discovery());
    if (url !== '/token') {
      this.keysAsked.push(url);
      return send({ keys: this.published });
    }
    void Promise.resolve(this.idToken()).then((idToken) =>
      send({ access_token: 'a', token_type: 'Bearer', id_token: idToken }, this.status),
    );
  }

  private discovery() {
    return {
      issuer: this.url,
      authorization_endpoint: `${this.url}/authorize`,
      token_endpoint: `${this.url}/token`,
      jwks_uri: `${this.url}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
      code_challenge_methods_supported: ['S256'],
    };
  }
}
