import type { Notes } from './entities';
import { badRequest } from './refusal';

/** JSON bodies and forms alike; forms bring numbers as text. */
export type Fields = Record<string, unknown>;

export function refuseUnknown(fields: Fields, known: readonly string[]): void {
  const extra = Object.keys(fields).filter((name) => !known.includes(name));
  if (extra.length === 0) return;
  const verb = extra.length > 1 ? 'are' : 'is';
  throw badRequest(`${extra.join(', ')} ${verb} not required and should not be sent`, {
    field: extra[0] ?? '',
  });
}

/** An amount in paise. */
export function readAmount(fields: Fields, minimum = 100): number {
  const given = fields['amount'];
  if (given === undefined) throw badRequest('The amount field is required.', { field: 'amount' });
  const amount = typeof given === 'string' ? Number(given) : given;
  if (typeof amount !== 'number' || !Number.isSafeInteger(amount)) {
    throw badRequest('The amount must be an integer.', { field: 'amount' });
  }
  if (amount < minimum) {
    const rupees = (minimum / 100).toFixed(2);
    throw badRequest(`The amount must be atleast INR ${rupees}`, { field: 'amount' });
  }
  return amount;
}

export function readText(fields: Fields, name: string): string {
  const text = readOptional(fields, name);
  if (text !== null) return text;
  throw badRequest(`The ${name.replaceAll('_', ' ')} field is required.`, { field: name });
}

export function readOptional(fields: Fields, name: string, longest = 255): string | null {
  const given = fields[name];
  if (given === undefined || given === null || given === '') return null;
  if (typeof given !== 'string') throw badRequest(`The ${name} must be a string.`, { field: name });
  if (given.length <= longest) return given;
  throw badRequest(`The ${name} may not be greater than ${longest} characters.`, { field: name });
}

export function readCurrency(fields: Fields): string {
  const currency = readText(fields, 'currency');
  if (/^[A-Z]{3}$/.test(currency)) return currency;
  throw badRequest('Currency is not supported', { field: 'currency' });
}

export function readNotes(fields: Fields): Notes {
  const notes = fields['notes'];
  if (notes === undefined || notes === null) return [];
  if (typeof notes !== 'object') throw badRequest('notes must be an object', { field: 'notes' });
  const entries = Object.entries(notes);
  if (entries.length > 15) throw badRequest('Number of fields in notes should be 15 or less');
  if (entries.length === 0) return [];
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}
