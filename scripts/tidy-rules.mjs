import ts from 'typescript';

const words =
  'manager managers helper helpers util utils common shared base impl info process handle'.split(
    ' ',
  );
const suffixes = /[.](component|service|dto|command|handler|directive|pipe)[.]/;
// Each is one file that has to stand alone; it is made from small ones.
const made = /^libs\/verifier\/(verify|worker)[.](mjs|html)$|[.]generated[.]ts$/;
const code = /[.](ts|mts|js|mjs|html|scss|css)$/;
const script = /[.](ts|mts|js|mjs)$/;
// Written in two halves, so that this file does not accuse itself.
const unfinished = new RegExp(`\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')})\\b`);
const machine = new RegExp(`/${'work'}/(main|shared)\\b|/root/\\w|/home/\\w+/|/Users/\\w+/`);
const silenced = new RegExp(`eslint-${'disable'}|@ts-(${'ignore'}|nocheck|expect-error)`);
const testWords = new Set(['describe', 'it', 'test']);
const skipping = new Set(['skip', 'only', 'todo', 'fixme', 'failing']);
const skippers = new Set(['xit', 'xdescribe', 'xtest', 'fit', 'fdescribe']);

/**
 * What a file has against it: one line each, empty when it is tidy.
 * @param {string} path relative to the root, with slashes
 * @param {string} text
 */
export function faultsIn(path, text) {
  const faults = [...faultsOfName(path)];
  const lines = text.split('\n');
  lines.forEach((line, index) => {
    const at = `${path}:${index + 1}`;
    if (unfinished.test(line)) faults.push(`${at} is unfinished: ${line.trim()}`);
    if (machine.test(line)) faults.push(`${at} names a path of one machine`);
    if (silenced.test(line)) faults.push(`${at} silences a check`);
    if (code.test(path) && line.length > 120 && !isText(path, line)) {
      faults.push(`${at} is ${line.length} characters wide; 100 are meant, 120 are the end`);
    }
  });
  if (code.test(path) && lines.length > 300 && !made.test(path)) {
    faults.push(`${path} has ${lines.length} lines; 200 are meant, 300 are the end`);
  }
  if (script.test(path)) faults.push(...faultsOfDeclarations(path, text));
  return faults;
}

function* faultsOfName(path) {
  const found = path
    .toLowerCase()
    .split(/[/._-]/)
    .find((word) => words.includes(word));
  // A folder that begins with a dot belongs to a tool, not to us.
  if (found && !path.startsWith('.')) yield `${path}: we do not use "${found}" in names`;
  if (/(^|\/)data[.][a-z]+$/.test(path)) yield `${path}: we do not use "data" as a name`;
  if (suffixes.test(path)) yield `${path}: the folder tells the kind, not a suffix`;
  const file = path.split('/').at(-1);
  if (/[.](ts|mjs)$/.test(file) && /[A-Z_]/.test(file) && !/^Migration/.test(file)) {
    yield `${path}: file names are kebab-case`;
  }
}

function faultsOfDeclarations(path, text) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const faults = [];
  const at = (node) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    return `${path}:${line + 1}`;
  };
  const visit = (node) => {
    const name = declaredName(node);
    const word = name && wordIn(name.text, node);
    if (word) faults.push(`${at(node)} ${name.text}: we do not use "${word}" in names`);
    if (node.kind === ts.SyntaxKind.AnyKeyword) faults.push(`${at(node)} says any`);
    if (isSkipped(node)) faults.push(`${at(node)} leaves a test out`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
}

/** The name that this node gives to something of ours. Properties may belong to foreign shapes. */
function declaredName(node) {
  const declares =
    ts.isVariableDeclaration(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isParameter(node) ||
    (ts.isMethodDeclaration(node) && !isDictated(node));
  return declares && node.name && ts.isIdentifier(node.name) ? node.name : undefined;
}

/** A framework's base class or interface may dictate the name of a method. */
const isDictated = ({ parent }) =>
  !ts.isClassLike(parent) || Boolean(parent.heritageClauses?.length);

function wordIn(name, node) {
  if (name === 'data' && !ts.isParameter(node)) return 'data';
  const parts = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[ _$]/);
  return parts.find((part) => words.includes(part));
}

function isSkipped(node) {
  if (!ts.isCallExpression(node)) return false;
  const callee = node.expression;
  if (ts.isIdentifier(callee)) return skippers.has(callee.text);
  return (
    ts.isPropertyAccessExpression(callee) &&
    skipping.has(callee.name.text) &&
    testWords.has(callee.expression.getText().split('.')[0])
  );
}

/** What a formatter cannot break: a long sentence, the path of an icon, a statement, generated text. */
function isText(path, line) {
  if (/[.]generated[.]ts$|style[.]ts$/.test(path)) return true;
  const comment = /^\s*(\/\/|\/?\*)/.test(line);
  return !comment && (/(['"`]).{70,}\1/.test(line) || !/[;{]\s*$/.test(line));
}
