import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { elementsOf, textOf } from './xml-elements';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'guildhall-xml-'))));
afterAll(() => rm(folder, { recursive: true }));

/** The names in a list that begins with this. */
async function namesIn(beginning: string, name: string): Promise<string[]> {
  const file = join(folder, 'list.xml');
  await writeFile(join(folder, 'secret.txt'), 'what lies beside the list');
  await writeFile(file, `${beginning}<list><entry><name>${name}</name></entry></list>`);
  const names: string[] = [];
  for await (const entry of elementsOf(file, { elements: ['entry'] }))
    names.push(textOf(entry, 'name'));
  return names;
}

describe('a list in XML', () => {
  it('is read entry by entry', async () => {
    expect(await namesIn('<?xml version="1.0"?>', 'Abu &amp; Sons')).toEqual(['Abu & Sons']);
  });

  it.each([
    ['a file beside it', '<!DOCTYPE l [<!ENTITY x SYSTEM "secret.txt">]>'],
    ['a file of the machine', '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    ['an address', '<!DOCTYPE l [<!ENTITY x SYSTEM "http://127.0.0.1:9/">]>'],
    ['a definition elsewhere', '<!DOCTYPE l SYSTEM "http://127.0.0.1:9/l.dtd">'],
    ['a text that doubles', '<!DOCTYPE l [<!ENTITY a "aa"><!ENTITY x "&a;&a;&a;&a;">]>'],
  ])('that asks for %s is refused whole', async (_, beginning) => {
    await expect(namesIn(beginning, '&x;')).rejects.toThrow('undefined entity');
  });
});
