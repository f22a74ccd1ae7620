import { setTimeout as pause } from 'node:timers/promises';

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: Headers;
}

export const password = 'a sentence for the faults';
/** A job whose worker was killed is held until its lock runs out and is noticed: up to a minute. */
const patienceMs = 110_000;

/** Somebody who speaks HTTP to the API, with the cookies of their session. */
export class Caller {
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly api: string,
    readonly email: string,
  ) {}

  async send(method: string, path: string, body?: object, headers: object = {}): Promise<Answer> {
    const response = await fetch(this.api + path, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(15_000),
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    const parsed = isJson ? (JSON.parse(text) as Record<string, unknown>) : {};
    return { status: response.status, body: parsed, headers: response.headers };
  }

  get = (path: string) => this.send('GET', path);
  post = (path: string, body: object = {}, headers: object = {}) =>
    this.send('POST', path, body, headers);

  /**
   * As a good client does it: no answer and 503 mean "again", with the same key. A conflict, or a code
   * that is used up, after an answer that was lost means that it has happened already.
   */
  async insist(method: string, path: string, body?: object, headers: object = {}): Promise<Answer> {
    const until = Date.now() + patienceMs;
    for (let isLost = false; ;) {
      const answer = await this.send(method, path, body, headers).catch(() => undefined);
      if (answer && answer.status < 300) return answer;
      if (answer && isLost && hasHappened(answer)) return answer;
      if (answer && answer.status < 500) throw new Error(describe(method, path, answer));
      if (Date.now() > until)
        throw new Error(answer ? describe(method, path, answer) : 'no answer');
      isLost = true;
      await pause(200);
    }
  }

  /** Asks until the answer is as it should be in the end. */
  async until(path: string, isSo: (body: Record<string, unknown>) => boolean) {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const { body } = await this.insist('GET', path);
      if (isSo(body)) return body;
      if (Date.now() > deadline) throw new Error(`${path} stays ${JSON.stringify(body)}`);
      await pause(150);
    }
  }
}

const usedUp = ['accounts.verification_invalid', 'accounts.code_invalid'];

const hasHappened = ({ status, body }: Answer): boolean =>
  status === 409 || usedUp.includes(String(body['code']));

const describe = (method: string, path: string, { status, body }: Answer) =>
  `${method} ${path}: ${status} ${JSON.stringify(body)}`;
