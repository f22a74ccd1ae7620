/** The public handle of a name: `Layla Haddad` → `layla-haddad-x7k2`. Letters of other scripts drop out. */
export function slugOf(name: string, suffix: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return [words, suffix].filter(Boolean).join('-');
}
