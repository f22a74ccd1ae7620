import { createHash } from 'node:crypto';
import type { Answer, Caller, TestApp } from './app';
import { clinicJob, type Known } from './market';

export const hash = (text: string) => createHash('sha256').update(text).digest('hex');
/** A word that is in the brief and nowhere else. */
export const secret = 'heronproject';
export const gated = {
  ...{ signFirst: true, nda: false, summary: 'A booking site, three clinics.' },
  description: `The ${secret} moves all patients.`,
  questions: [`What do you know of ${secret}?`],
};

interface Poster {
  post(path: string, body?: object): Promise<Answer>;
}

/** A job whose brief is held back. */
export async function gatedJob(app: TestApp, by: Poster, changes: object = {}) {
  const { body } = await by.post('/api/jobs', { ...clinicJob, ...gated, ...changes });
  const id = String(body['id']);
  const answer = await by.post(`/api/jobs/${id}/publish`);
  await app.settle();
  return { id, answer };
}

interface Paper {
  readonly text: string;
  readonly sha256: string;
  readonly version: number | null;
  readonly signed: { readonly name: string } | null;
  readonly open: boolean;
}
export const textOf = async (id: string, who: Caller, query = ''): Promise<Paper> =>
  (await who.get(`/api/jobs/${id}/confidentiality${query}`)).body as unknown as Paper;

/** The text of now under the own name, unless `changes` says otherwise. */
export async function signedFor(
  app: TestApp,
  id: string,
  who: Known,
  changes: object = {},
): Promise<Answer> {
  const { sha256 } = await textOf(id, who);
  const input = { signature: who.name, sha256, ...changes };
  const answer = await who.post(`/api/jobs/${id}/confidentiality`, input);
  await app.settle();
  return answer;
}
