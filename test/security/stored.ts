import { randomUUID } from 'node:crypto';
import { Caller, key, newcomer, scene, stack } from './scene';

export const mark = 'Quillmark';

/** Where payloads lie now, and who may look at them. */
export interface Stored {
  readonly jobId: string;
  readonly contractId: string;
  readonly disputeId: string;
  readonly slug: string;
  readonly client: Caller;
}

interface Place {
  readonly path: string;
  readonly mark: string;
}

/** As many payloads as fit into a field, the mark first. */
function filled(payloads: readonly string[], max: number, from = 0): string {
  const turned = [...payloads.slice(from), ...payloads.slice(0, from)];
  let text = mark;
  for (const one of turned) if (text.length + one.length + 1 <= max) text += `\n${one}`;
  return text;
}

const milestone = { amount: { amountMinor: '700000', currency: 'INR' }, days: 5 };

/** Stores payloads in every field that somebody else reads, by the routes that people use. */
export async function stored(payloads: readonly string[]): Promise<Stored> {
  const fill = (max: number, from = 0) => filled(payloads, max, from);
  const client = await newcomer(fill(80, 14));
  const provider = await newcomer(fill(80, 20));
  const one = (at: number) => `${mark} ${payloads[at] ?? ''}`.slice(0, 120);
  for (let at = 0; at < payloads.length; at += 1)
    await client.insist('POST', '/api/jobs', { title: one(at) });
  const jobId = await idOf(client, '/api/jobs', {
    ...{ title: one(13), category: 'web', description: fill(8_000), skills: ['css'] },
    ...{ budget: milestone.amount, questions: [fill(300, 30)] },
  });
  await client.insist('POST', `/api/jobs/${jobId}/publish`, {});
  const milestones = [
    { ...milestone, title: one(19) },
    { ...milestone, title: one(34) },
  ];
  const proposalId = await idOf(provider, `/api/jobs/${jobId}/proposals`, {
    ...{ coverLetter: fill(5_000), answers: [fill(2_000, 40)], attachments: [] },
    ...{ aiAssisted: false, milestones },
  });
  const slug = await described(provider, payloads);
  const signature = (who: string) => ({ signature: who });
  const contractId = await idOf(client, '/api/contracts', {
    ...{ proposalId, milestones },
    ...signature(fill(80, 14)),
  });
  await provider.insist('POST', `/api/contracts/${contractId}/accept`, signature(fill(80, 20)));
  await client.until(`/api/contracts/${contractId}`, ({ state }) => state === 'active');
  const disputeId = await argued(client, contractId, payloads);
  return { jobId, contractId, disputeId, slug, client };
}

async function idOf(who: Caller, path: string, body: object): Promise<string> {
  return String((await who.insist('POST', path, body, key())).body['id']);
}

async function described(provider: Caller, payloads: readonly string[]): Promise<string> {
  const { body } = await provider.insist('PUT', '/api/profiles/me', {
    ...{ headline: filled(payloads, 120, 25), about: filled(payloads, 4_000) },
    ...{ skills: ['css'], languages: ['en'], hourlyRate: null, avatarFileId: null },
  });
  return String(body['slug']);
}

/** Money comes in, both say something, and the client opens a dispute. */
async function argued(client: Caller, contractId: string, payloads: readonly string[]) {
  const { outside } = await scene();
  const { body } = await client.insist('GET', `/api/contracts/${contractId}`);
  const [first] = body['milestones'] as { id: string }[];
  const milestoneId = first?.id ?? '';
  const wish = { contractId, milestoneId };
  const deposit = await client.insist('POST', '/api/payments/deposits', wish, key());
  await outside.pay(deposit.body as unknown as Parameters<typeof outside.pay>[0]);
  await client.until(`/api/contracts/${contractId}`, ({ milestones }) =>
    (milestones as { state: string }[]).some(({ state }) => state === 'funded'),
  );
  const update = { note: filled(payloads, 2_000), files: [] };
  await client.insist('POST', `/api/contracts/${contractId}/updates`, update);
  const review = { stars: 1, quality: 1, communication: 1, timeliness: 1 };
  const text = filled(payloads, 2_000, 35);
  await client.insist('POST', `/api/contracts/${contractId}/reviews`, { ...review, text });
  const events = ['contract.signed'];
  await client.post('/api/webhooks/endpoints', {
    ...{ url: 'https://example.com/hook', description: filled(payloads, 120, 13), events },
  });
  return idOf(client, '/api/disputes', {
    ...{ contractId, milestoneIds: [milestoneId], category: 'quality', files: [] },
    reason: filled(payloads, 4_000),
    wish: { kind: 'percent', provider: 0 },
  });
}

/** Pages on which stored words are shown, with what is on them when they are. */
export function places(app: 'marketplace' | 'admin', all: Stored): Place[] {
  const { jobId, contractId, disputeId, slug } = all;
  const paths = {
    marketplace: [
      ...[`/jobs/${jobId}`, '/jobs/mine', `/jobs/${jobId}/manage`, `/contracts/${contractId}`],
      ...[`/disputes/${disputeId}`, `/talent/${slug}`, '/search?q=quillmark', '/contracts'],
    ],
    admin: [
      ...[`/contracts/${contractId}`, `/disputes/${disputeId}`, '/jobs?q=quillmark'],
      ...['/users?q=quillmark', '/disputes', '/contracts'],
    ],
  };
  return paths[app].map((path) => ({ path, mark }));
}

/** Somebody who may look at people, jobs, contracts and disputes in the console, with a second factor. */
export async function watcher(): Promise<Caller> {
  const { journey } = await scene();
  const who = new Caller(stack.api, `watcher.${randomUUID().slice(0, 8)}@faults.test`);
  await journey.enter(who, 'Wat Cher', ['client'], 'compliance');
  return who;
}

/** The cookies of somebody who logged in over HTTP, for a browser. */
export function cookiesOf(who: Caller, url: string) {
  const cookies = Reflect.get(who, 'cookies') as Map<string, string>;
  return [...cookies].map(([name, value]) => ({ name, value, url }));
}
