// Loads the TypeScript sources as they are, without a build: aliases are resolved, types and decorators
// compiled, and what was compiled is kept. A planted fault is an edit of one source on its way in.
import { transformSync } from '@swc/core';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = join(import.meta.dirname, '../..');
const cache = join(root, 'node_modules/.cache/simulation');
const aliases = {
  '@money': 'libs/money',
  '@wire': 'libs/wire',
  '@eventstore': 'libs/eventstore-client',
  '@kernel': 'libs/kernel',
};
const options = {
  jsc: {
    target: 'es2024',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

/** The file of a source of ours, or undefined for anything else. */
function fileOf(specifier, parent) {
  const [first, ...rest] = specifier.split('/');
  if (aliases[first]) return at(join(root, aliases[first], rest.join('/') || first.slice(1)));
  const isOurs = parent?.startsWith('file:') && !parent.includes('/node_modules/');
  if (!isOurs || !/^[.]{1,2}(\/|$)/.test(specifier)) return undefined;
  return at(join(dirname(fileURLToPath(parent)), specifier));
}

const at = (path) =>
  [path, `${path}.ts`, join(path, 'index.ts'), path.replace(/[.]js$/, '.ts')].find(
    (one) => /[.](ts|mjs|json)$/.test(one) && existsSync(one),
  );

/** @param {{file: string, from: string, to: string}[]} edits exact edits, each of one place */
export function loadSources(edits = []) {
  mkdirSync(cache, { recursive: true });
  registerHooks({
    resolve(specifier, context, next) {
      const file = fileOf(specifier, context.parentURL);
      return file
        ? { url: pathToFileURL(file).href, shortCircuit: true }
        : next(specifier, context);
    },
    load(url, context, next) {
      if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
      const file = fileURLToPath(url);
      const source = edited(file, readFileSync(file, 'utf8'), edits);
      return { format: 'module', source: compiled(file, source), shortCircuit: true };
    },
  });
}

/** The source with its planted faults. Throws when a place is not there exactly once. */
export function edited(file, source, edits) {
  return edits
    .filter((edit) => join(root, edit.file) === file)
    .reduce((text, { from, to }) => {
      if (text.split(from).length !== 2) throw new Error(`${file}: not once there: ${from}`);
      return text.replace(from, () => to);
    }, source);
}

function compiled(file, source) {
  const key = createHash('sha256').update(file).update('\0').update(source).digest('hex');
  const kept = join(cache, `${key}.js`);
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  const { code } = transformSync(source, { ...options, filename: file });
  writeFileSync(`${kept}.${process.pid}`, code);
  renameSync(`${kept}.${process.pid}`, kept);
  return code;
}
