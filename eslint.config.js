import eslint from '@eslint/js';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier/flat';
import { defineConfig, globalIgnores } from 'eslint/config';
import security from 'eslint-plugin-security';
import tseslint from 'typescript-eslint';

const server =
  '{apps/api,apps/sandbox,libs/money,libs/wire,libs/eventstore-client,libs/kernel,libs/sdk,migrations,test}';
const web = '{apps/marketplace,apps/admin,libs/ui}';
const specs = ['**/*.spec.ts', 'test/**/*.ts'];

const wholeZod = {
  selector: 'ImportDeclaration[source.value="zod"]:not(:has(ImportNamespaceSpecifier))',
  message: "Write `import * as z from 'zod'`: the other form puts 65 kB more into the browser.",
};
const now = {
  selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
  message: 'The domain gets its time as an argument.',
};
const impure = (object, property) => ({
  object,
  property,
  message: 'The domain is pure: time and chance come in as arguments.',
});
const impureGlobal = (name) => ({ name, message: 'The domain has no clock and no I/O.' });

export default defineConfig(
  globalIgnores([
    'dist/',
    'coverage/',
    '.angular/',
    '.data/',
    '**/*.d.ts',
    '**/*.generated.ts',
    'test-results/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    files: ['**/*.{js,mjs}'],
    extends: [eslint.configs.recommended],
    languageOptions: { globals: nodeGlobals() },
    rules: { 'no-unused-vars': ['error', { caughtErrors: 'none' }], eqeqeq: 'error' },
  },
  {
    files: ['**/*.ts'],
    extends: [
      eslint.configs.recommended,
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
    ],
    rules: {
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `return this.finish()` ends a branch in one line.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      // Both spellings are in use: the Angular compiler asks for brackets where the server does not.
      '@typescript-eslint/dot-notation': [
        'error',
        { allowIndexSignaturePropertyAccess: true, allowPrivateClassPropertyAccess: true },
      ],
      // `!` is forbidden in the product, so an assertion with its type is the way to say it.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // Marked so that it stands out: only addresses without TLS get it, which production refuses.
      '@typescript-eslint/no-deprecated': [
        'error',
        {
          allow: [{ from: 'package', package: 'openid-client', name: 'allowInsecureRequests' }],
        },
      ],
      // Nest declares its options as classes and takes literals for them.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Initials and colours are made of code points.
      '@typescript-eslint/no-misused-spread': 'off',
      // A type parameter also says to the caller what comes back.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // To leave a property out is to name it beside the rest.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', wholeZod],
    },
  },
  {
    files: ['**/*.{ts,mjs}'],
    ignores: specs,
    rules: { 'max-lines-per-function': shortFunctions() },
  },
  {
    // The others of its rules accuse every index and every path; what they look for is measured
    // (test/security/patterns.attack.ts) or read from the source (test/security/source.spec.ts).
    files: ['{apps,libs,migrations}/**/*.{ts,mjs}'],
    ignores: specs,
    plugins: { security },
    rules: Object.fromEntries(
      [
        ...['bidi-characters', 'buffer-noassert', 'child-process', 'disable-mustache-escape'],
        ...['eval-with-expression', 'new-buffer', 'no-csrf-before-method-override'],
        ...['non-literal-regexp', 'non-literal-require', 'pseudoRandomBytes'],
      ].map((rule) => [`security/detect-${rule}`, 'error']),
    ),
  },
  typed(server, 'tsconfig.spec.json'),
  typed(web, 'tsconfig.web.json'),
  {
    files: [`${web}/**/*.ts`],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': [
        'error',
        [
          { type: 'element', prefix: ['app', 'ui'], style: 'kebab-case' },
          // On a native button or link, which it keeps.
          { type: 'attribute', prefix: 'ui', style: 'camelCase' },
        ],
      ],
      '@angular-eslint/directive-selector': [
        'error',
        { type: 'attribute', prefix: ['app', 'ui'], style: 'camelCase' },
      ],
      // OnPush is Angular 22's default.
      '@angular-eslint/prefer-on-push-component-change-detection': 'off',
    },
  },
  {
    files: ['**/*.controller.ts'],
    // The rule does not see what is used in a decorator of a parameter.
    rules: { 'no-useless-assignment': 'off' },
  },
  {
    files: [`${web}/**/*.html`],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
  },
  {
    files: ['apps/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['@angular/material', '@angular/material/*'], message: 'Use libs/ui.' },
          ],
        },
      ],
    },
  },
  {
    files: ['**/domain/**/*.ts', 'libs/money/**/*.ts'],
    ignores: specs,
    rules: {
      'no-restricted-syntax': ['error', wholeZod, now],
      'no-restricted-properties': [
        'error',
        impure('Date', 'now'),
        impure('Math', 'random'),
        impure('performance', 'now'),
        impure('crypto', 'randomUUID'),
      ],
      'no-restricted-globals': [
        'error',
        ...['setTimeout', 'setInterval', 'setImmediate', 'fetch', 'process'].map(impureGlobal),
      ],
    },
  },
  {
    files: specs,
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'no-restricted-globals': ['error', { name: 'fdescribe', message: 'Run all tests.' }],
    },
  },
  prettier,
);

/** Type-aware rules need to know which program a file belongs to. */
function typed(folders, project) {
  return {
    files: [`${folders}/**/*.ts`],
    languageOptions: { parserOptions: { project, tsconfigRootDir: import.meta.dirname } },
  };
}

/** STYLE asks for 40 lines; at 60 the machine refuses. */
function shortFunctions() {
  return ['error', { max: 60, skipBlankLines: true, skipComments: true }];
}

function nodeGlobals() {
  const names = ['process', 'console', 'Buffer', 'URL', 'URLSearchParams', 'fetch', 'performance'];
  const more = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate'];
  const rest = ['AbortSignal', 'AbortController', 'structuredClone', 'WebSocket', 'TextDecoder'];
  const own = ['Atomics', 'SharedArrayBuffer', 'Int32Array', 'TextEncoder', 'crypto'];
  return Object.fromEntries([...names, ...more, ...rest, ...own].map((name) => [name, 'readonly']));
}
