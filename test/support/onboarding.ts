import type { Role } from '@wire/permissions';
import type { Answer, Caller, TestApp } from './app';
import { fundedDeal, type Deal } from './disputes';
import { known, type Known } from './market';
import { Member } from './members';
import { founded, type House } from './organisations';

/** A member with their memberships as they are, and a name to sign with. */
export const caller = (
  app: TestApp,
  member: Member,
  roles: readonly Role[] = ['client'],
): Known => ({
  ...app.known(member.id, undefined, roles),
  name: 'Layla Haddad',
});

export const rules = {
  ...{ kind: 'sign', title: 'House rules', text: 'Be kind to patients.', days: 7 },
  ...{ required: true, reviewed: false },
} as const;
export const proof = {
  ...{ kind: 'answer', title: 'Your tax number', days: 10 },
  ...{ required: true, reviewed: true },
} as const;
export const portrait = {
  ...{ kind: 'upload', title: 'A portrait for the badge', days: 20 },
  ...{ required: false, reviewed: true },
} as const;

export interface Scene {
  readonly app: TestApp;
  readonly house: House;
  readonly client: Known;
  readonly provider: Known;
}

/** An organisation, its owner who acts for it, and somebody who works for it. */
export async function onboardingScene(app: TestApp): Promise<Scene> {
  const house = await founded(app, await Member.signedUp(app, ['client']));
  const provider = await known(app, 'Amira Hassan', ['provider']);
  return { app, house, client: caller(app, house.owner), provider };
}

export const publish = ({ client, house }: Scene, tasks: readonly object[], changes: object = {}) =>
  client.put(`/api/organisations/${house.id}/onboarding`, {
    ...{ workspaceId: null, beforeWork: true, tasks, ...changes },
  });

/** A contract of the organisation, signed by both, its first milestone funded. */
export const hired = ({ app, client, provider }: Scene): Promise<Deal> =>
  fundedDeal(app, { client, provider }, [0]);

interface Row {
  readonly id: string;
  readonly [key: string]: unknown;
}
export const mine = async (provider: Caller): Promise<Row[]> =>
  ((await provider.get('/api/onboardings')).body['items'] ?? []) as Row[];

interface Task {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly [key: string]: unknown;
}
export async function tasksOf(who: Caller, onboardingId: string): Promise<Task[]> {
  return ((await who.get(`/api/onboardings/${onboardingId}`)).body['all'] ?? []) as Task[];
}

/** Does, or looks at, the task of this title in the newest onboarding. */
export async function act(
  { provider }: Scene,
  who: Caller,
  [title, what]: readonly [string, 'hand-in' | 'review'],
  body: object,
): Promise<Answer> {
  const id = (await mine(provider))[0]?.id ?? '';
  const task = (await tasksOf(provider, id)).find((one) => one.title === title);
  return who.post(`/api/onboardings/${id}/tasks/${task?.id ?? id}/${what}`, body);
}
