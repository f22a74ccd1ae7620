// Who may import whom (docs/architecture.md has the table). Each rule is planted and seen to fail in
// test/architecture.spec.ts. A rule names what a folder may reach; all other code of ours is refused.
const ours = '^(apps|libs|migrations|test|scripts)/';
const packages = '(^|/)node_modules/';
const spec = '[.]spec[.]ts$';
const money = '^libs/money/';
const wire = '^libs/wire/';
const primitives = '^libs/wire/primitives[.]ts$';
const record = '^libs/eventstore-client/';
/** The words of the record: facts, legs, positions, and what an SQL session is. */
const vocabulary = '^libs/eventstore-client/record[.]ts$';
/** What is computed over the record and touches nothing: hashes, trees, notes, containers. */
const sums = '^libs/eventstore-client/(chain|leaf|merkle|tiles|notes|checkpoint|tar)[.]ts$';
const kernel = '^libs/kernel/';
const kernelHttp = '^libs/kernel/http';
/** How a server speaks TLS: the page servers do it in the same way, and it needs nothing but Node. */
const transport = '^libs/kernel/http/transport[.]ts$';
const serverSide = '^(apps/(api|sandbox)|libs/(money|wire|eventstore-client|kernel|verifier))/';
const config = '^apps/api/src/config[.]ts$';
/** $1 is the district and $2 the context of the importing file. */
const context = '^apps/api/src/([^/]+)/([^/]+)/';
const own = (part = '') => `^apps/api/src/$1/$2/${part}`;
const ownEvents = own('domain/[^/]+[.]events[.]ts$');
const doors = '^apps/api/src/[^/]+/[^/]+/index[.]ts$';
const outside = `${packages}(@nestjs|@mikro-orm|@fastify|pg|fastify|rxjs|bullmq|ioredis|razorpay)/`;
const nodeModules = '^(node:)?(fs|net|http|https|child_process|os|timers|dns|tls|path)(/|$)';

const may = (name, from, ...allowed) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: spec },
  to: { path: ours, pathNot: allowed },
});
const never = (name, from, to, pathNot) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: spec },
  to: { path: to, ...(pathNot && { pathNot }) },
});

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },

    never('money-imports-nothing', money, '.', money),
    never('verifier-imports-nothing', '^libs/verifier/', '.', [
      '^libs/verifier/',
      '^(node:)?(crypto|fs|url|worker_threads|zlib|timers/promises)$',
    ]),
    never('wire-is-small', wire, '.', [
      wire,
      money,
      `${packages}zod/`,
      `${packages}@casl/ability/`,
    ]),
    never('sdk-stands-alone', '^libs/sdk/', '.', [
      '^libs/sdk/',
      `${packages}(openapi-fetch|standardwebhooks)/`,
    ]),
    may('record-stands-on-money-and-primitives', record, record, money, primitives),
    may('kernel-stands-on-the-libs', kernel, kernel, money, wire, record),
    never('libs-never-import-apps', '^libs/', '^(apps|migrations|test|scripts)/'),
    never('product-never-imports-tests', '^(apps|libs)/', '^(test|scripts)/'),

    may('domain-is-pure', `${context}domain/`, own('domain/'), money, wire, vocabulary, kernel),
    never('domain-uses-zod-only', `${context}domain/`, packages, `${packages}zod/`),
    {
      name: 'domain-reaches-no-outside',
      severity: 'error',
      from: { path: `${context}domain/`, pathNot: spec },
      to: { path: [outside, nodeModules], reachable: true },
    },
    may(
      'commands-decide',
      `${context}commands/`,
      ...[own('(domain|commands|queries|adapters)/'), money, wire, record, kernel, doors, config],
    ),
    may(
      'queries-ask-projections',
      `${context}queries/`,
      ...[
        own('(domain|projections|queries|adapters)/'),
        money,
        wire,
        record,
        kernel,
        doors,
        config,
      ],
    ),
    may(
      'projections-follow-events',
      `${context}projections/`,
      ...[own('projections/'), ownEvents, doors, money, wire, vocabulary, kernel],
    ),
    may(
      'policies-turn-facts-into-commands',
      `${context}policies/`,
      ...[own('(commands|policies)/'), ownEvents, doors, money, vocabulary, kernel],
    ),
    may(
      'controllers-are-tables',
      `${context}[^/]+[.]controller[.]ts$`,
      ...[own('(commands|queries)/'), money, wire, kernelHttp, '^libs/kernel/jobs[.]ts$'],
    ),
    may(
      'adapters-touch-the-outside-only',
      `${context}adapters/`,
      ...[own('(adapters|domain)/'), money, wire, vocabulary, sums, kernel, config],
    ),
    never('one-door', context, '^apps/api/src/[^/]+/[^/]+/', [own(), doors]),
    never('a-door-opens-inwards', `${context}index[.]ts$`, '^apps/', own()),
    never('contexts-know-only-the-config', context, '^apps/api/src/[^/]+[.]ts$', config),
    {
      name: 'the-outside-is-touched-in-adapters',
      severity: 'error',
      from: { path: '^(apps/api|libs)/', pathNot: [spec, `${context}adapters/`] },
      to: { path: `${packages}(razorpay|twilio|minio|nodemailer|@node-saml)/` },
    },

    may('server-stays-on-the-server', '^apps/api/', '^apps/api/', '^migrations/', ...serverLibs()),
    may('sandbox-knows-nothing-of-ours', '^apps/sandbox/', '^apps/sandbox/', money, primitives),
    may('web-knows-the-wire', '^apps/(marketplace|admin)/', '^apps/$1/', wire, money, '^libs/ui/'),
    may('ui-knows-the-wire', '^libs/ui/', '^libs/ui/', wire, money, transport),
    never(
      'no-server-packages-in-the-browser',
      '^(apps/(marketplace|admin)|libs/ui)/',
      `${packages}(@nestjs|@mikro-orm|pg|bullmq|ioredis|razorpay|twilio|nodemailer|minio)/`,
    ),
    never('no-angular-on-the-server', serverSide, `${packages}@angular/`),
    {
      name: 'a-feature-never-imports-another',
      severity: 'error',
      from: { path: '^apps/(marketplace|admin)/src/app/([^/]+)/', pathNot: spec },
      to: { path: '^apps/$1/src/app/[^/]+/', pathNot: '^apps/$1/src/app/$2/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage|[.]angular|[.]data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.spec.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};

function serverLibs() {
  return [money, wire, record, kernel];
}
