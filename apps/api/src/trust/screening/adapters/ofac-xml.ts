import { distinct, type ListedEntry, type ReadList } from '../domain/listed';
import { all, elementsOf, textOf, textsOf, type Element } from './xml-elements';

const kinds: Record<string, ListedEntry['kind']> = { Individual: 'person', Vessel: 'ship' };

/** OFAC's `sdn.xml`. */
export async function readOfacXml(file: string): Promise<ReadList> {
  const entries: ListedEntry[] = [];
  let date = '';
  const elements = ['sdnEntry', 'publshInformation'];
  for await (const element of elementsOf(file, { elements })) {
    if (element.name === 'sdnEntry') entries.push(entryOf(element));
    // `Publish_Date`, month first.
    else date = isoOf(textOf(element, 'Publish_Date'));
  }
  return { date, entries };
}

const nameOf = (element: Element): string =>
  `${textOf(element, 'firstName')} ${textOf(element, 'lastName')}`;

function entryOf(element: Element): ListedEntry {
  return {
    externalId: textOf(element, 'uid'),
    kind: kinds[textOf(element, 'sdnType')] ?? 'company',
    names: distinct([nameOf(element), ...all(element, 'aka').map(nameOf)]),
    births: textsOf(element, 'dateOfBirth').flatMap(birth),
    countries: distinct(textsOf(element, 'country')),
    programmes: textsOf(element, 'program'),
  };
}

const isoOf = (date: string): string => {
  const [month = '', day = '', year = ''] = date.split('/');
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function birth(said: string): string[] {
  const [, day, month, year] = /(?:(\d{1,2}) )?(?:([A-Z][a-z]{2}) )?(\d{4})/.exec(said) ?? [];
  if (!year) return [];
  const number = month ? String(months.indexOf(month) + 1).padStart(2, '0') : '';
  return [[year, number, number && day ? day.padStart(2, '0') : ''].filter(Boolean).join('-')];
}
