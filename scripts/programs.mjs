// What `npm start` runs, and how each part is known to be ready.
const server = 'dist/server/apps';

/** @returns one entry per process: name, arguments of node, own variables, and where it answers. */
export const programs = (ports) => [
  {
    name: 'sandbox',
    args: ['--enable-source-maps', `${server}/sandbox/src/main.js`],
    answers: `http://127.0.0.1:${ports.sandbox}/`,
  },
  {
    name: 'api',
    args: ['--enable-source-maps', `${server}/api/src/main.js`],
    answers: `http://127.0.0.1:${ports.api}/health/ready`,
  },
  { name: 'worker', args: ['--enable-source-maps', `${server}/api/src/worker.js`] },
  {
    name: 'marketplace',
    args: ['dist/marketplace/server/server.mjs'],
    env: { WEB_PORT: String(ports.web) },
    answers: `http://127.0.0.1:${ports.web}/health/live`,
  },
  {
    name: 'admin',
    args: ['apps/admin/server.mjs'],
    env: { WEB_PORT: String(ports.admin) },
    answers: `http://127.0.0.1:${ports.admin}/health/live`,
  },
];

/** Programs that run to their end: prepare the tables, fill in the demo data. */
export const migrate = `${server}/api/src/migrate.js`;
export const seed = `${server}/api/src/seed.js`;
