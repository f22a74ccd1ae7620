import { adapter, prepare } from '@kernel/http/fastify';
import { audiences } from '@kernel/http/tokens';
import { Clock } from '@kernel/clock';
import { Database } from '@kernel/database';
import { Feed } from '@kernel/feed';
import { Settled } from '@kernel/settled';
import { Standings } from '@kernel/standings';
import { Timers } from '@kernel/timers';
import { Wakeups } from '@kernel/wakeups';
import type { Principal, Role } from '@wire/permissions';
import { JwtService } from '@nestjs/jwt';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { randomUUIDv7 } from 'node:crypto';
import { AppModule } from '../../apps/api/src/app.module';
import { readConfig } from '../../apps/api/src/config';
import { testDatabase } from './database';

const secret = 'a secret that only these tests know';

const environment = {
  NODE_ENV: 'test',
  PUBLIC_URL: 'http://market.test',
  ADMIN_URL: 'http://admin.test',
  AUTH_SECRET: secret,
  FILES_SECRET: secret,
  AUDIT_SIGNING_KEY: Buffer.alloc(32, 7).toString('base64'),
  PRIVACY_KEY: Buffer.alloc(32, 9).toString('base64'),
  RAZORPAY_URL: 'http://127.0.0.1:9',
  RAZORPAY_KEY_ID: 'rzp_test_guildhall',
  RAZORPAY_KEY_SECRET: 'key-secret',
  RAZORPAY_WEBHOOK_SECRET: 'webhook-secret',
  RAZORPAYX_ACCOUNT: '2323230041626905',
  SMTP_URL: 'smtp://127.0.0.1:9',
  MAIL_FROM: 'Guildhall <no-reply@guildhall.test>',
  VERIFICATION_URL: 'http://127.0.0.1:9',
  COMPANY_REGISTER_URL: 'http://127.0.0.1:9',
  VERIFICATION_TOKEN: 'api_test.token',
  VERIFICATION_WEBHOOK_SECRET: 'identity-secret',
  TWILIO_URL: 'http://127.0.0.1:9',
  TWILIO_ACCOUNT_SID: 'AC00000000000000000000000000000000',
  TWILIO_AUTH_TOKEN: 'token',
  TWILIO_FROM: '+15005550006',
  // A machine that many tests share is late; what is refused then has a test of its own.
  SHED_DELAY_MS: '60000',
  // All of it comes from one address; what a door asks for then has a test of its own, too.
  SOFT_LIMIT_FACTOR: '1000000',
};

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: Record<string, unknown>;
}

export interface Caller {
  readonly id: string;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  bytes(path: string): Promise<Buffer>;
  post(path: string, body?: object, headers?: Record<string, string>): Promise<Answer>;
  put(path: string, body?: object, headers?: Record<string, string>): Promise<Answer>;
  patch(path: string, body?: object, headers?: Record<string, string>): Promise<Answer>;
  delete(path: string, headers?: Record<string, string>): Promise<Answer>;
}

/** The whole application on a database of its own; the feed runs when `settle` is called. */
export class TestApp {
  /** What `as` said somebody is, by session. */
  private readonly said = new Map<string, Principal>();

  private constructor(
    readonly app: NestFastifyApplication,
    readonly url: string,
  ) {}

  static async start(overrides: NodeJS.ProcessEnv = {}): Promise<TestApp> {
    const { url } = await testDatabase();
    const config = readConfig({ ...environment, DATABASE_URL: url, ...overrides });
    const module = await Test.createTestingModule({ imports: [AppModule.with(config)] }).compile();
    const app = module.createNestApplication<NestFastifyApplication>(
      adapter(config.TRUSTED_PROXIES),
      { rawBody: true },
    );
    await prepare(app);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    // Answers are kept only by who hears that they changed: as in a process that runs.
    await app.get(Wakeups).listen();
    // No feed runs by itself here: a request that wrote would wait for it in vain.
    jest.spyOn(app.get(Settled), 'until').mockResolvedValue();
    const tested = new TestApp(app, config.DATABASE_URL);
    tested.believe(app.get(Standings));
    return tested;
  }

  stop(): Promise<void> {
    return this.app.close();
  }

  get database(): Database {
    return this.app.get(Database);
  }

  /** Carries every fact everywhere, fires what is due, and again until nothing moves. */
  async settle(): Promise<void> {
    await this.app.get(Feed).drain();
    await this.app.get(Timers).fireDue();
    await this.app.get(Feed).drain();
  }

  /** From now on this account has these roles. */
  async appoint({ id }: { readonly id: string }, ...roles: readonly Role[]): Promise<void> {
    await this.database.query('update accounts set roles = $2 where id = $1', [id, roles]);
    this.app.get(Standings).changed(id);
  }

  /** Business time goes on by so many days; sessions do not notice. */
  async passDays(days: number): Promise<void> {
    const clock = this.app.get(Clock);
    const now = clock.now().getTime() + days * 86_400_000;
    jest.spyOn(clock, 'now').mockImplementation(() => new Date(now));
    await this.settle();
  }

  /** Someone signed in with these roles; `id` when it must be a known person. */
  as(roles: readonly Role[], id: string = randomUUIDv7()): Caller {
    return this.being({ id, roles });
  }

  /** Someone with memberships or the scopes of a key as well. */
  being(principal: Principal): Caller {
    const sid = randomUUIDv7();
    this.said.set(sid, principal);
    return this.known(principal.id, sid, principal.roles);
  }

  /** Whoever has this account and showed a second factor, with the roles that the house knows at each request. */
  known(id: string, sid: string = randomUUIDv7(), roles: readonly Role[] = []): Caller {
    const token = new JwtService({ secret }).sign({
      sub: id,
      roles,
      sid,
      mfa: true,
      aud: audiences,
    });
    return this.bearing(token, id);
  }

  /** Whoever holds this token. */
  bearing(token: string, id = 'bearer'): Caller {
    return this.caller(id, { authorization: `Bearer ${token}` });
  }

  /** Most tests are about people who have no account: they are what `as` says. */
  private believe(standings: Standings): void {
    const ask = standings.of.bind(standings);
    jest.spyOn(standings, 'of').mockImplementation(async (asked) => {
      const said = this.said.get(asked.sessionId);
      const known = await ask(asked);
      return said ? { ...said, rules: known?.rules ?? [] } : known;
    });
  }

  /** What a machine posts that is not JSON: a webhook, a form of a mail program. */
  async form(path: string, payload: string, headers: Record<string, string>): Promise<Answer> {
    const answer = await this.app.inject({ method: 'POST', url: path, payload, headers });
    const isJson = String(answer.headers['content-type']).includes('json');
    const body = isJson ? answer.json<Record<string, unknown>>() : {};
    return { status: answer.statusCode, body, headers: answer.headers };
  }

  guest(): Caller {
    return this.caller('guest', {});
  }

  private caller(id: string, credentials: Record<string, string>): Caller {
    const send = async (
      method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
      path: string,
      body?: object,
      headers = {},
    ) => {
      const response = await this.app.inject({
        method,
        url: path,
        headers: { ...credentials, ...headers },
        ...(body && { payload: body }),
      });
      const isJson = String(response.headers['content-type']).includes('json');
      const parsed = isJson ? response.json<Record<string, unknown>>() : {};
      return { status: response.statusCode, body: parsed, headers: response.headers };
    };
    return {
      id,
      get: (path, headers) => send('GET', path, undefined, headers),
      bytes: async (path) =>
        (await this.app.inject({ method: 'GET', url: path, headers: credentials })).rawPayload,
      post: (path, body, headers) => send('POST', path, body, headers),
      put: (path, body, headers) => send('PUT', path, body, headers),
      patch: (path, body, headers) => send('PATCH', path, body, headers),
      delete: (path, headers) => send('DELETE', path, undefined, headers),
    };
  }
}
