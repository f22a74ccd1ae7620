import { distinct, type ListedEntry, type ReadList } from '../domain/listed';
import { all, elementsOf, textOf, textsOf, type Element } from './xml-elements';

const parts = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'];

/** The consolidated list of the Security Council. */
export async function readUnXml(file: string): Promise<ReadList> {
  const entries: ListedEntry[] = [];
  let date = '';
  const root = (attributes: Readonly<Record<string, string>>): void => {
    date = (attributes['dateGenerated'] ?? '').slice(0, 10);
  };
  for await (const element of elementsOf(file, { elements: ['INDIVIDUAL', 'ENTITY'], root }))
    entries.push(entryOf(element));
  return { date, entries };
}

function entryOf(element: Element): ListedEntry {
  const dates = all(element, 'INDIVIDUAL_DATE_OF_BIRTH');
  return {
    externalId: textOf(element, 'REFERENCE_NUMBER') || textOf(element, 'DATAID'),
    kind: element.name === 'INDIVIDUAL' ? 'person' : 'company',
    names: distinct([
      parts.map((part) => textOf(element, part)).join(' '),
      textOf(element, 'NAME_ORIGINAL_SCRIPT'),
      ...textsOf(element, 'ALIAS_NAME'),
    ]),
    births: dates
      .flatMap((date) => [textOf(date, 'DATE') || textOf(date, 'YEAR')])
      .filter((date) => date !== ''),
    countries: distinct([
      ...all(element, 'NATIONALITY').flatMap((one) => textsOf(one, 'VALUE')),
      ...all(element, 'INDIVIDUAL_ADDRESS').flatMap((one) => textsOf(one, 'COUNTRY')),
      ...all(element, 'ENTITY_ADDRESS').flatMap((one) => textsOf(one, 'COUNTRY')),
    ]),
    programmes: textsOf(element, 'UN_LIST_TYPE'),
  };
}
