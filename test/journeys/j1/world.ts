import type { APIResponse, Browser } from '@playwright/test';
import { Person } from '../person';

/** Everybody of J1, and what they have in common once it is there. */
export interface World {
  readonly client: Person;
  /** Agrees to what the client’s organisation spends. */
  readonly approver: Person;
  readonly provider: Person;
  readonly providerB: Person;
  readonly providerC: Person;
  readonly spammer: Person;
  jobId: string;
  contractId: string;
  readonly milestones: { m1: string; m2: string };
}

export const job = {
  title: 'Booking site for 3 clinics',
  description:
    'Patients of three clinics book, move and cancel appointments in Arabic and in English. ' +
    'It is good when a receptionist needs no training.',
  skills: ['angular', 'postgresql', 'arabic'],
  questions: ['Which booking site did you build?', 'When can you start?'],
  purchaseOrder: 'NW-2207',
};

export const m1 = { title: 'Booking flow', rupees: '40000', days: '10' };
export const m2 = { title: 'Staff screens and launch', rupees: '60000', days: '20' };

/** The client in India, the provider in Egypt and in Arabic, B at a phone, C and a spammer. */
export async function everybody(browser: Browser): Promise<World> {
  const sit = (look: Parameters<typeof Person.sitDown>[1]) => Person.sitDown(browser, look);
  return {
    client: await sit({ name: 'Noor Varma', handle: 'client', phone: '+9198' }),
    approver: await sit({ name: 'Farah Iyer', handle: 'approver' }),
    provider: await sit({
      name: 'ليلى حسن',
      handle: 'provider',
      phone: '+2010',
      language: 'ar',
      timeZone: 'Africa/Cairo',
    }),
    providerB: await sit({
      name: 'Bodo Lang',
      handle: 'providerb',
      timeZone: 'Europe/Berlin',
      width: 390,
    }),
    providerC: await sit({ name: 'Celia Moreno', handle: 'providerc', timeZone: 'Europe/Madrid' }),
    spammer: await sit({ name: 'Quick Quote', handle: 'spammer' }),
    jobId: '',
    contractId: '',
    milestones: { m1: '', m2: '' },
  };
}

/** What the browser's session answers to a question of the API. */
export async function ask<Body>(person: Person, path: string): Promise<Body> {
  const response = await person.context.request.get(`/api${path}`);
  if (!response.ok()) throw new Error(`${path}: ${response.status()} ${await response.text()}`);
  return (await response.json()) as Body;
}

export const tell = (person: Person, path: string, data: object): Promise<APIResponse> =>
  person.context.request.post(`/api${path}`, { data });

export const file = (name: string, mimeType: string, bytes: Buffer | string) => ({
  name,
  mimeType,
  buffer: Buffer.from(bytes),
});

const pdfText = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
export const pdf = (name: string) => file(name, 'application/pdf', pdfText);
export const png = (name: string) =>
  file(
    name,
    'image/png',
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  );
