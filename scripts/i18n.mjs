import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { at } from './environment.mjs';

/*
 * Says which words are missing or of no use: every key of one language must be there in the other
 * with the same placeholders, and every key that a template or a class names must exist. A key put
 * together at run time ('home.next.' + kind) is known by its beginning. With `--unused` it lists
 * words that nothing names; that is a hint, not a fault.
 */

const languages = ['en', 'ar'];

const flat = (words, path = '') =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' ? flat(value, `${path}${key}.`) : [[`${path}${key}`, value]],
  );
const placeholders = (text) => [...text.matchAll(/{{\s*(\w+)/g)].map(([, name]) => name).sort();

function wordsOf(app, language) {
  const folder = at('apps', app, 'public/i18n', language);
  const files = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  return new Map(
    [at('libs/ui/i18n', `${language}.json`), ...files].flatMap((file) =>
      flat(JSON.parse(readFileSync(file, 'utf8'))),
    ),
  );
}

const keyLike = /(.{0,12})['"`]((?:[\w-]+\.)+[\w-]*)(?=['"`]|\$\{)/g;

/**
 * Quoted texts that look like a key, or like the beginning of one. The code of a problem that a page
 * makes itself is a key below `problems`; one that it compares with is none.
 */
function named(app, roots) {
  const files = globSync([`apps/${app}/src/**/*.{ts,html}`, 'libs/ui/**/*.{ts,html}'], {
    cwd: at(),
    exclude: (name) => basename(name).endsWith('.spec.ts'),
  });
  const found = new Map();
  for (const file of files) {
    const text = readFileSync(at(file), 'utf8');
    for (const [, before, key] of text.matchAll(keyLike)) {
      const said = /(code|message): $/.test(before) ? `problems.${key}` : key;
      if (roots.has(key.split('.')[0]) && !/[!=]== $/.test(before)) found.set(said, file);
    }
  }
  return found;
}

function* faultsOf(app) {
  const [first, ...others] = languages.map((language) => [language, wordsOf(app, language)]);
  const [language, words] = first;
  for (const [other, its] of others) {
    for (const key of words.keys()) if (!its.has(key)) yield `${app}: ${key} is not in ${other}`;
    for (const key of its.keys()) if (!words.has(key)) yield `${app}: ${key} is not in ${language}`;
    for (const [key, text] of words) {
      const theirs = its.get(key);
      if (theirs !== undefined && `${placeholders(text)}` !== `${placeholders(theirs)}`) {
        yield `${app}: ${key} has other placeholders in ${other}`;
      }
    }
  }
  const roots = new Set([...words.keys()].map((key) => key.split('.')[0]));
  for (const [key, file] of named(app, roots)) {
    const known =
      words.has(key) ||
      [...words.keys()].some(
        (each) => each.startsWith(key + '.') || (key.endsWith('.') && each.startsWith(key)),
      );
    if (!known) yield `${file}: ${key} has no words`;
  }
}

function* unusedOf(app) {
  const words = wordsOf(app, 'en');
  const roots = new Set([...words.keys()].map((key) => key.split('.')[0]));
  const used = [...named(app, roots).keys()];
  for (const key of words.keys()) {
    const said = used.some((each) => each === key || key.startsWith(each.replace(/\.?$/, '.')));
    if (!said && !key.startsWith('problems.')) yield `${app}: ${key} is not said anywhere`;
  }
}

const check = process.argv.includes('--unused') ? unusedOf : faultsOf;
const faults = ['marketplace', 'admin'].flatMap((app) => [...check(app)]);
for (const fault of faults) console.log(fault);
console.log(`${faults.length} ${check === unusedOf ? 'unused' : 'faults'}`);
if (check === faultsOf && faults.length > 0) process.exitCode = 1;
