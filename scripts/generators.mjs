/** What is generated: the source, the compiled program that writes, and the pages it writes. */
export const generators = [
  {
    source: 'apps/api/src/talk/notifications/layout.mjml',
    program: 'scripts/mails.mjs',
    pages: ['apps/api/src/talk/notifications/adapters/layout.generated.ts'],
  },
  {
    source: 'apps/api/src/describe.ts',
    program: 'dist/server/apps/api/src/describe.js',
    pages: ['docs/events.md', 'docs/configuration.md'],
  },
  {
    source: 'apps/api/src/public-api.ts',
    program: 'scripts/sdk.mjs',
    pages: ['libs/sdk/api.generated.ts'],
  },
  {
    source: 'libs/verifier/source/verify.mjs',
    program: 'scripts/verifier.mjs',
    pages: ['verify.mjs', 'verify.html', 'worker.mjs'].map((name) => `libs/verifier/${name}`),
  },
];
