import { join } from 'node:path';
import { foldName } from '../../apps/api/src/trust/screening/adapters/fold-name';
import { readList } from '../../apps/api/src/trust/screening/adapters/read-list';
import { NameIndex } from '../../apps/api/src/trust/screening/domain/name-index';
import { possible } from '../../apps/api/src/trust/screening/domain/strength';

const lists = join(import.meta.dirname, '../../apps/sandbox/lists');
const of = (name: string): string => join(lists, name);

describe('a list of an authority', () => {
  it('is read as OFAC writes it in XML', async () => {
    const { date, entries } = await readList('ofac', of('sdn.xml'));
    expect(date).toBe('2026-10-01');
    expect(entries.map(({ kind }) => kind)).toEqual(['person', 'company', 'ship']);
    expect(entries[0]).toEqual({
      externalId: '900001',
      kind: 'person',
      names: ['Zoravar Ilmedin QUASHTANI', 'Zorawar KASHTANI'],
      births: ['1971-03-12'],
      countries: ['Ruritania'],
      programmes: ['FICTION1'],
    });
  });

  it('is read as OFAC writes it in three CSV files', async () => {
    const { entries } = await readList('ofac', of('sdn.csv'));
    expect(entries).toEqual([
      {
        externalId: '900011',
        kind: 'person',
        names: ['Casimir Anton WENDELROTH', 'Kazimir WENDELROT', 'OLD CAZ'],
        births: ['1958-07-05'],
        countries: ['Ruritania'],
        programmes: ['FICTION1', 'FICTION2'],
      },
      expect.objectContaining({ names: ['TARNISHED LANTERN CO., LTD.'], kind: 'company' }),
    ]);
  });

  it('is read as the European Union writes it', async () => {
    const { date, entries } = await readList('eu', of('eu.xml'));
    expect(date).toBe('2026-10-02');
    expect(entries[0]).toMatchObject({
      externalId: '70001',
      names: ['Тихомир Вельдранов', 'Tikhomir Veldranov'],
      births: ['1966-11-02'],
    });
    expect(entries[1]).toMatchObject({ kind: 'company', programmes: ['FIC'] });
  });

  it('is read as the United Nations write it', async () => {
    const { entries } = await readList('un', of('un.xml'));
    expect(entries[0]).toMatchObject({
      externalId: 'FIi.001',
      names: ['MUBARIZ AL-THARQAWI', 'مبارز الثرقاوي', 'Abu Tharqa'],
      births: ['1980'],
    });
    expect(entries[1]).toMatchObject({
      kind: 'company',
      names: expect.arrayContaining(['Hollow Crown']) as string[],
    });
  });

  it('is refused whole when it is none', async () => {
    await expect(readList('eu', of('un.xml'))).rejects.toThrow('no entries');
  });
});

describe('a listed name', () => {
  let index: NameIndex;
  beforeAll(async () => {
    const all = await Promise.all([
      readList('ofac', of('sdn.xml')),
      readList('eu', of('eu.xml')),
      readList('un', of('un.xml')),
    ]);
    const names = all.flatMap(({ entries }) =>
      entries.flatMap(({ externalId: entry, names: own }) =>
        own.map((name) => ({ entry, folded: foldName(name) })),
      ),
    );
    index = new NameIndex(names);
  });

  const best = (name: string) => index.search(foldName(name), possible)[0]?.entry;

  it.each([
    ['as it is listed', 'Zoravar Ilmedin Quashtani', '900001'],
    ['with its words swapped', 'QUASHTANI Zoravar Ilmedin', '900001'],
    ['without the middle name', 'Zoravar Quashtani', '900001'],
    ['with an initial', 'Zoravar I. Quashtani', '900001'],
    ['with a slip of the pen', 'Zoravar Ilmedin Quahstani', '900001'],
    ['with other vowels', 'Zarovar Ilmidin Quashtany', '900001'],
    ['with accents', 'Žoràvar Ilmédin Quåshtani', '900001'],
    ['written as one word', 'ZoravarQuashtani', '900001'],
    ['in Cyrillic', 'Вельдранов Тихомир', '70001'],
    ['in Latin after Cyrillic', 'Tihomir Veldranow', '70001'],
    ['in Arabic', 'مبارز الثرقاوي', 'FIi.001'],
    ['with the article apart', 'Mubariz al Tharqawi', 'FIi.001'],
  ])('is found %s: %s', (_, name, entry) => {
    expect(best(name)).toBe(entry);
  });

  it.each([
    'Asha Raman',
    'Laila Hassan',
    'Benno Falk',
    'Carmen Ibarra',
    'Zora Martin',
    'Mubarak Ali',
  ])('is not found in %s', (name) => {
    expect(best(name)).toBeUndefined();
  });
});
