// Server side. Nest 12 and MikroORM 7 are ESM only: swc compiles our TypeScript to CommonJS and Jest
// loads the ESM packages through require(esm), which needs --experimental-vm-modules.
const swc = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};

export default {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  testMatch: [
    '<rootDir>/{apps/api,apps/sandbox,libs/money,libs/wire,libs/eventstore-client,libs/kernel}/**/*.spec.ts',
    '<rootDir>/migrations/**/*.spec.ts',
    '<rootDir>/test/{api,faults,security,support,simulation}/**/*.spec.ts',
    '<rootDir>/test/*.spec.ts',
  ],
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  moduleNameMapper: {
    '^@money$': '<rootDir>/libs/money/money.ts',
    '^@money/(.*)$': '<rootDir>/libs/money/$1',
    '^@wire/(.*)$': '<rootDir>/libs/wire/$1',
    '^@eventstore/(.*)$': '<rootDir>/libs/eventstore-client/$1',
    '^@kernel/(.*)$': '<rootDir>/libs/kernel/$1',
    // Sources that write their relative imports as they run (`./x.js`) mean the TypeScript file.
    '^(\\.{1,2}/.*)\\.js$': ['$1', '$1.js'],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.angular/', '<rootDir>/.data/'],
  globalSetup: '<rootDir>/test/support/before-all.mjs',
  globalTeardown: '<rootDir>/test/support/after-all.mjs',
  testTimeout: 30_000,
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
};
