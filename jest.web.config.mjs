// Angular: the CommonJS preset, without --experimental-vm-modules (with it Jest takes Angular's .mjs
// for native ESM and the preset's CommonJS output breaks).
import presets from 'jest-preset-angular/presets/index.js';

const project = (displayName, folder) => ({
  ...presets.createCjsPreset({ tsconfig: '<rootDir>/tsconfig.web.json' }),
  displayName,
  rootDir: import.meta.dirname,
  testMatch: [`<rootDir>/${folder}/**/*.spec.ts`],
  setupFilesAfterEnv: ['<rootDir>/test/support/angular.ts'],
  moduleNameMapper: {
    '^@money$': '<rootDir>/libs/money/money.ts',
    '^@money/(.*)$': '<rootDir>/libs/money/$1',
    '^@wire/(.*)$': '<rootDir>/libs/wire/$1',
    '^@ui/(.*)$': '<rootDir>/libs/ui/$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.angular/', '<rootDir>/.data/'],
});

export default {
  maxWorkers: 2,
  projects: [
    project('marketplace', 'apps/marketplace'),
    project('admin', 'apps/admin'),
    project('ui', 'libs/ui'),
  ],
};
