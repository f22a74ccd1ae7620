import { distinct, type ListedEntry, type ReadList } from '../domain/listed';
import { all, elementsOf, type Element } from './xml-elements';

/** The European Union's consolidated list, XML 1.1: everything is an attribute. */
export async function readEuXml(file: string): Promise<ReadList> {
  const entries: ListedEntry[] = [];
  let date = '';
  const root = (attributes: Readonly<Record<string, string>>): void => {
    date = (attributes['generationDate'] ?? '').slice(0, 10);
  };
  for await (const element of elementsOf(file, { elements: ['sanctionEntity'], root }))
    entries.push(entryOf(element));
  return { date, entries };
}

const given = (element: Element, name: string, attribute: string): string[] =>
  all(element, name).flatMap(({ attributes }) => {
    const value = attributes[attribute] ?? '';
    return value === '' ? [] : [value];
  });

function entryOf(element: Element): ListedEntry {
  const [type = ''] = given(element, 'subjectType', 'code');
  const whole = given(element, 'birthdate', 'birthdate');
  return {
    externalId: element.attributes['logicalId'] ?? element.attributes['euReferenceNumber'] ?? '',
    kind: type === 'person' ? 'person' : 'company',
    names: distinct(given(element, 'nameAlias', 'wholeName')),
    births: [...whole, ...(whole.length > 0 ? [] : given(element, 'birthdate', 'year'))],
    countries: distinct([
      ...given(element, 'citizenship', 'countryDescription'),
      ...given(element, 'address', 'countryDescription'),
    ]),
    programmes: distinct(given(element, 'regulation', 'programme')),
  };
}
