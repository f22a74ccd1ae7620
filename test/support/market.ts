import type { Role } from '@wire/permissions';
import { randomUUIDv7 } from 'node:crypto';
import { TestApp, type Caller } from './app';

export interface Known extends Caller {
  readonly name: string;
}

interface Look {
  readonly skills?: readonly string[];
  readonly languages?: readonly string[];
  readonly headline?: string;
}

/** Somebody with an account, a name to sign with and, for providers, a profile that can be found. */
export async function known(
  app: TestApp,
  name: string,
  roles: readonly Role[],
  { skills = [], languages = [], headline = '' }: Look = {},
): Promise<Known> {
  const id = randomUUIDv7();
  const slug = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}-${id.slice(-6)}`;
  await app.database.query(
    `insert into accounts (id, email, password_hash, name, slug, roles, country, locale, time_zone,
        email_verified_at, created_at)
      values ($1, $2, '', $3, $4, $5, 'IN', 'en', 'Asia/Kolkata', now(), now())`,
    [id, `${slug}@people.test`, name, slug, roles],
  );
  await app.database.query(
    'insert into profiles (account_id, headline, skills, languages) values ($1, $2, $3, $4)',
    [id, headline, skills, languages],
  );
  return { ...app.as(roles, id), name };
}

export const inr = (minor: number) => ({ amountMinor: String(minor), currency: 'INR' as const });

export const clinicJob = {
  title: 'Booking site for 3 clinics',
  category: 'web',
  description: 'Patients book, move and cancel appointments in Arabic and English.',
  skills: ['angular', 'postgresql', 'arabic'],
  languages: ['ar'],
  budget: inr(10_000_000),
  questions: ['Which booking site did you build?', 'When can you start?'],
  nda: true,
  purchaseOrder: 'NW-2207',
};

export const twoMilestones = [
  { title: 'Booking flow', amount: inr(4_000_000), days: 10 },
  { title: 'Admin and launch', amount: inr(6_000_000), days: 20 },
];

export const clinicProposal = {
  coverLetter: 'I built the booking of two hospitals.',
  milestones: twoMilestones,
  answers: ['The one of the eye clinic', 'On Monday'],
  attachments: [],
  aiAssisted: false,
};

/** A published job of this client; what is given replaces what the clinic job says. */
export async function publishedJob(client: Caller, changes: object = {}): Promise<string> {
  const { body } = await client.post('/api/jobs', { ...clinicJob, ...changes });
  const id = String(body['id']);
  await client.post(`/api/jobs/${id}/publish`);
  return id;
}

export async function sentProposal(provider: Caller, jobId: string, changes: object = {}) {
  const answer = await provider.post(`/api/jobs/${jobId}/proposals`, {
    ...clinicProposal,
    ...changes,
  });
  return String(answer.body['id']);
}
