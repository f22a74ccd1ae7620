import { extname } from 'node:path';
import type { ListSource } from '@wire/screening';
import type { ReadList } from '../domain/listed';
import { readEuXml } from './eu-xml';
import { readOfacCsv } from './ofac-csv';
import { readOfacXml } from './ofac-xml';
import { readPepCsv } from './pep-csv';
import { readUnXml } from './un-xml';

/** A list file as its publisher writes it. Throws when it is none: half a list is never imported. */
export async function readList(source: ListSource, file: string): Promise<ReadList> {
  const list = await readers[source](file);
  if (list.entries.length === 0) throw new Error(`${file} has no entries of ${source}`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(list.date)) throw new Error(`${file} does not say its date`);
  const whole = list.entries.filter(({ externalId, names }) => externalId && names.length > 0);
  return { date: list.date, entries: whole };
}

const readers: Record<ListSource, (file: string) => Promise<ReadList>> = {
  ofac: (file) => (extname(file) === '.xml' ? readOfacXml(file) : readOfacCsv(file)),
  eu: readEuXml,
  un: readUnXml,
  pep: readPepCsv,
};
