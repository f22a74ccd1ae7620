import { TestApp } from '../support/app';
import { Jar, Member, password } from '../support/members';

let app: TestApp;
let member: Member;
beforeAll(async () => {
  app = await TestApp.start({ PUBLIC_URL: 'https://market.test', ADMIN_URL: 'https://desk.test' });
  member = await Member.signedUp(app);
});
afterAll(() => app.stop());

const logIn = () => app.guest().post('/api/accounts/login', { email: member.email, password });
const linesOf = ({ headers }: { headers: Record<string, unknown> }) =>
  [headers['set-cookie'] ?? []].flat() as string[];

describe('cookies over https', () => {
  it('have names that no neighbouring host can set', async () => {
    const lines = linesOf(await logIn());
    expect(lines).toHaveLength(3);
    for (const line of lines) {
      expect(line).toMatch(/^__Host-gh_(access|refresh|device)=/);
      expect(line).toMatch(/; Path=\/(;|$)/);
      for (const flag of ['HttpOnly', 'Secure', 'SameSite=Lax']) expect(line).toContain(flag);
      expect(line).not.toContain('Domain');
    }
  });

  it('hold 256 random bits of a session, and never the same ones', async () => {
    const tokens: string[] = [];
    for (let turn = 0; turn < 8; turn += 1)
      tokens.push((await member.logIn()).jar.cookies.get('__Host-gh_refresh') ?? '');
    expect(tokens.filter((token) => Buffer.from(token, 'base64url').length < 32)).toEqual([]);
    // At each place of chance stands another letter sooner or later.
    for (let at = 0; at < 40; at += 1)
      expect(new Set(tokens.map((token) => token[at])).size).toBeGreaterThan(1);
  });

  it('are taken under these names', async () => {
    const jar = new Jar().keep(await logIn());
    expect(await member.get('/api/accounts/me', jar)).toMatchObject({ status: 200 });
    expect(await member.post('/api/accounts/refresh', {}, jar)).toMatchObject({ status: 200 });
  });

  it('are nobody’s under the plain ones', async () => {
    const jar = new Jar().keep(await logIn());
    const plain = new Jar();
    for (const [name, value] of jar.cookies) plain.cookies.set(name.replace('__Host-', ''), value);
    expect(await member.get('/api/accounts/me', plain)).toMatchObject({ status: 401 });
    expect(await member.post('/api/accounts/refresh', {}, plain)).toMatchObject({ status: 401 });
  });

  it('go at the log-out, with what pages kept', async () => {
    const jar = new Jar().keep(await logIn());
    const out = await member.post('/api/accounts/logout', {}, jar);
    expect(out.headers['clear-site-data']).toBe('"cache", "storage"');
    expect(linesOf(out).map((line) => line.split(';')[0])).toEqual([
      '__Host-gh_access=',
      '__Host-gh_refresh=',
    ]);
    expect(
      linesOf(out).every((line) => line.includes('Secure') && line.includes('Max-Age=0')),
    ).toBe(true);
  });
});
