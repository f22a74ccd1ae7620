import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Language = 'en' | 'ar';
interface Tree {
  readonly [key: string]: string | Tree;
}

const apps = join(import.meta.dirname, '../../apps');
const kit = join(import.meta.dirname, '../../libs/ui/i18n');

/**
 * The words of an app as its pages show them: a page is looked for by what a person reads there, and
 * that stands in the same files that the app is built from.
 */
export class Words {
  private readonly tree: Tree;

  constructor(
    app: 'marketplace' | 'admin',
    readonly language: Language,
  ) {
    const folder = join(apps, app, 'public/i18n', language);
    const files = readdirSync(folder).map((name) => join(folder, name));
    this.tree = [join(kit, `${language}.json`), ...files]
      .map((file) => JSON.parse(readFileSync(file, 'utf8')) as Tree)
      .reduce((all, one) => merged(all, one));
  }

  /** @throws when there is no such word: it was renamed, or never translated. */
  say(key: string, values: Record<string, string | number> = {}): string {
    let found: string | Tree | undefined = this.tree;
    for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined;
    if (typeof found !== 'string') throw new Error(`There is no word ${key} in ${this.language}.`);
    return found.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  }
}

function merged(one: Tree, other: Tree): Tree {
  const all: Record<string, string | Tree> = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const before = all[key];
    all[key] =
      typeof before === 'object' && typeof value === 'object' ? merged(before, value) : value;
  }
  return all;
}
