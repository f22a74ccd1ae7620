import { QueryBus } from '@nestjs/cqrs';
import { generate } from 'otplib';
import { CodeOf, StepUp } from '../../apps/api/src/people/accounts';
import type { StepUpPurpose } from '@wire/accounts';
import type { Answer, TestApp } from './app';

export const password = 'correct horse battery';

/** What a browser keeps: cookies by name. */
export class Jar {
  readonly cookies = new Map<string, string>();

  keep({ headers }: Answer): this {
    for (const one of [headers['set-cookie'] ?? []].flat() as string[]) {
      const [name = '', value = ''] = (one.split(';')[0] ?? '').split('=');
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return this;
  }

  get headers(): { cookie: string } {
    return { cookie: [...this.cookies].map((pair) => pair.join('=')).join('; ') };
  }

  get isIn(): boolean {
    return this.cookies.has('gh_access');
  }
}

let count = 0;

/** Somebody with an account and a proved address, at a browser of their own. */
export class Member {
  readonly jar = new Jar();
  id = '';

  private constructor(
    private readonly app: TestApp,
    readonly email: string,
  ) {}

  static async signedUp(app: TestApp, roles: string[] = ['client', 'provider']): Promise<Member> {
    count += 1;
    const member = new Member(app, `member${String(count)}@example.test`);
    await app.guest().post('/api/accounts', {
      ...{ email: member.email, password, name: 'Layla Haddad', roles },
      ...{ country: 'EG', timeZone: 'Africa/Cairo', locale: 'en' },
    });
    const { token } = await member.mailed('email');
    const answer = await app.guest().post('/api/accounts/verify-email', { token });
    member.jar.keep(answer);
    member.id = String(answer.body['id']);
    return member;
  }

  /** The code and link of the last challenge of this kind. */
  async mailed(purpose: string): Promise<{ code: string; token: string }> {
    const [row] = await this.app.database.query<{ id: string }>(
      `select c.id from challenges c join accounts a on a.id = c.account_id
        where (a.email = $1 or a.id::text = $2) and c.purpose = $3 and c.used_at is null
        order by c.id desc limit 1`,
      [this.email, this.id, purpose],
    );
    return Member.linkOf(this.app, row?.id ?? '');
  }

  /** A log-in at a browser that nobody has used before, unless one is given. */
  async logIn(jar = new Jar(), word = password) {
    const body = { email: this.email, password: word };
    const answer = await this.app.guest().post('/api/accounts/login', body, jar.headers);
    return { answer, jar: jar.keep(answer) };
  }

  post(path: string, body: object = {}, jar = this.jar, more = {}): Promise<Answer> {
    return this.app.guest().post(path, body, { ...jar.headers, ...more });
  }

  get(path: string, jar = this.jar): Promise<Answer> {
    return this.app.guest().get(path, jar.headers);
  }

  delete(path: string, jar = this.jar, more = {}): Promise<Answer> {
    return this.app.guest().delete(path, { ...jar.headers, ...more });
  }

  proof(purpose: StepUpPurpose = 'security'): { 'x-step-up': string } {
    return Member.proofOf(this.app, this.id, purpose);
  }

  static proofOf({ app }: TestApp, id: string, purpose: StepUpPurpose = 'security') {
    return { 'x-step-up': app.get(StepUp).issue(id, purpose).token };
  }

  /** What the mail about a challenge has in it. */
  static async linkOf({ app }: TestApp, challengeId: string) {
    const said = await app.get(QueryBus).execute(new CodeOf(challengeId));
    return { code: said?.code ?? '', token: said?.token ?? '' };
  }

  /** With an authenticator app; its seed and the recovery codes that came with it. */
  async withApp(): Promise<{ seed: string; recoveryCodes: string[] }> {
    const begun = await this.post('/api/factors/totp', {}, this.jar, this.proof());
    const seed = String(begun.body['seed']);
    const code = await codeOf(seed);
    const done = await this.post('/api/factors/totp/confirm', { code }, this.jar, this.proof());
    await this.app.database.query('update totp_factors set last_step = 0 where account_id = $1', [
      this.id,
    ]);
    return { seed, recoveryCodes: done.body['recoveryCodes'] as string[] };
  }

  async facts(): Promise<string[]> {
    const rows = await this.app.database.query<{ type: string }>(
      'select type from record.events where stream = $1 order by version',
      [`account-${this.id}`],
    );
    return rows.map(({ type }) => type);
  }
}

/** What the app shows, so many half minutes from now. */
export const codeOf = (secret: string, steps = 0): Promise<string> =>
  generate({ secret, epoch: Math.floor(Date.now() / 1_000) + steps * 30 });

export const wrongCodeFor = (code: string): string => (code === '000000' ? '000001' : '000000');
