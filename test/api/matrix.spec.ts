import {
  orgRoles,
  permits,
  roles,
  scopeNames,
  staffRoles,
  type OrgRole,
  type Power,
  type Principal,
} from '@wire/permissions';
import type { Answer, Caller } from '../support/app';
import { call, matrixScene, type MatrixScene } from '../support/matrix';
import { known } from '../support/market';
import { routesOf, type Route } from '../support/routes';

let scene: MatrixScene;
let routes: Route[];
beforeAll(async () => {
  scene = await matrixScene();
  routes = routesOf(scene.app.app);
}, 60_000);
afterAll(() => scene.app.stop());

const nobodys = '0198a5c0-0000-7000-8000-00000000dead';
const hiddenAs = 'request.not_found';
const shut = ['request.forbidden', 'request.unauthenticated'];
/** An id of the same kind that nothing has. */
const like = (id: string): string => (/^\d+$/.test(id) ? '999999999' : nobodys);
const title = ({ method, path }: Route): string => `${method} ${path}`;
/** Routes of the market about one thing that somebody owns. */
const aboutOne = (): Route[] =>
  overHttp().filter(
    ({ path, isOpen }) => path.includes(':') && !isOpen && !path.includes('/admin/'),
  );
const overHttp = (): Route[] => routes.filter(({ method }) => method !== 'SOCKET');

interface Somebody {
  readonly name: string;
  readonly principal: Principal | null;
  readonly caller: Caller;
}

/** A protocol of others has words of its own, with our code among them and no room for more. */
function refusalOf({ body }: Answer): { code: string; permission: string | undefined } {
  const { permission } = (body['facts'] ?? {}) as { permission?: string };
  if (!body['schemas']) return { code: body['code'] as string, permission };
  const [, code = ''] = /\(([\w.]+), /.exec(String(body['detail'])) ?? [];
  return { code, permission };
}
const codeOf = (answer: Answer): string => `${answer.status} ${refusalOf(answer).code}`;

/** All of the powers, in roles that no organisation has from the beginning. */
const ownRoles: (readonly Power[])[] = [
  ['hire', 'pools'],
  ['members', 'settings', 'trail'],
  ['directory', 'agree', 'statements', 'everywhere'],
];

/** Everybody there is: guests, each role alone, each role in an organisation, and keys. */
async function everybody(): Promise<Somebody[]> {
  const alone = roles.map((role) => ({ name: role, roles: [role] }));
  const inside = orgRoles.map((role: OrgRole) => {
    const memberships = [{ orgId: crypto.randomUUID(), role }];
    return { name: `org ${role}`, roles: [], memberships };
  });
  const own = ownRoles.map((powers) => {
    const memberships = [{ orgId: crypto.randomUUID(), role: crypto.randomUUID(), powers }];
    return { name: `org with ${powers.join()}`, roles: [], memberships };
  });
  const keys = [[], scopeNames].map((scopes) => ({
    name: `key for ${scopes.length} scopes`,
    roles: ['client', 'provider', 'superadmin'] as const,
    scopes,
  }));
  const people = [...alone, ...inside, ...own, ...keys].map(async ({ name, ...what }) => {
    const { id } = await known(scene.app, name, what.roles);
    const principal = { ...what, id };
    return { name, principal, caller: scene.app.being(principal) };
  });
  return [
    { name: 'guest', principal: null, caller: scene.app.guest() },
    ...(await Promise.all(people)),
  ];
}

/** What the guard has to say about this cell, and nothing else. */
function expected({ needs, isOpen, isHidden }: Route, principal: Principal | null): string {
  const isAllowed = needs !== null && permits(principal, ...needs);
  if (isOpen || isAllowed) return 'let in';
  if (isHidden) return 'request.not_found';
  return principal ? 'request.forbidden' : 'request.unauthenticated';
}

/** How many requests are under way together: they wait for the database, not for each other. */
const atOnce = 12;

/** One cell: what the guard said, where it is not what the policy says. */
async function wrongIn(
  { name, principal, caller }: Somebody,
  route: Route,
): Promise<string | null> {
  const answer = await call(caller, route, nobodys);
  const { status } = answer;
  const { code, permission } = refusalOf(answer);
  const want = expected(route, principal);
  // A handler may refuse as well; the guard names the permission of the route. A protocol of others has
  // no room for that, and nobody but a directory, which is nobody here, gets further than the guard.
  const isGuard =
    'schemas' in answer.body ? want !== 'let in' : permission === route.needs?.join(' ');
  const isShut = isGuard ? shut.includes(code) : code === hiddenAs && route.isHidden;
  const found = isShut ? code : 'let in';
  const isRight = found === want && (!isShut || [401, 403, 404].includes(status));
  if (isRight && status !== 500) return null;
  return `${name}: ${title(route)} → ${status} ${code}, not ${want}`;
}

describe('every route', () => {
  it('says who may use it, or that everybody may', () => {
    const silent = routes.filter(({ isOpen, needs }) => !isOpen && !needs).map(title);
    expect(silent).toEqual([]);
    expect(routes.length).toBeGreaterThan(190);
  });

  it('lets in whom the policy lets in, and nobody else', async () => {
    const wrong: string[] = [];
    let cells = 0;
    for (const somebody of await everybody())
      for (let from = 0; from < overHttp().length; from += atOnce) {
        const some = overHttp().slice(from, from + atOnce);
        const found = await Promise.all(some.map((route) => wrongIn(somebody, route)));
        wrong.push(...found.filter((one) => one !== null));
        cells += some.length;
      }
    process.stdout.write(`matrix: ${overHttp().length} routes, ${cells} cells\n`);
    expect(wrong).toEqual([]);
  }, 120_000);
});

describe('what belongs to others', () => {
  it('is not there for anybody else: the same answer as for what does not exist', async () => {
    const { otherClient, otherProvider, app, ids } = scene;
    const told: string[] = [];
    let cells = 0;
    const outsiders = [app.guest(), otherClient, otherProvider];
    for (const route of aboutOne())
      for (const [, id] of ids.filter(([one]) => one.test(route.path)).slice(0, 1))
        for (const outsider of outsiders) {
          const [real, none] = [
            await call(outsider, route, id),
            await call(outsider, route, like(id)),
          ];
          if (codeOf(real) !== codeOf(none) || real.status < 300)
            told.push(`${title(route)}: ${codeOf(real)} where nothing is ${codeOf(none)}`);
          cells += 1;
        }
    process.stdout.write(`ids of others: ${cells} cells\n`);
    const unowned = aboutOne().filter(({ path }) => !ids.some(([one]) => one.test(path)));
    process.stdout.write(`no id of somebody else for: ${unowned.map(title).join(', ')}\n`);
    expect([...new Set(told)]).toEqual([]);
  }, 60_000);

  it('is there for whose it is', async () => {
    const { client, ids } = scene;
    const shown = ['jobs', 'proposals', 'contracts', 'disputes'].map((name) => `/api/${name}/`);
    for (const path of shown) {
      const [, id] = ids.find(([pattern]) => pattern.test(path)) ?? [];
      expect([path, (await client.get(`${path}${id ?? ''}`)).status]).toEqual([path, 200]);
    }
  });
});

describe('staff roles', () => {
  it('are each refused something: nobody may do everything', () => {
    for (const role of staffRoles) {
      const shut = routes.filter(
        (route) => expected(route, { id: '', roles: [role] }) !== 'let in',
      );
      expect(shut.length).toBeGreaterThan(20);
    }
  });
});
