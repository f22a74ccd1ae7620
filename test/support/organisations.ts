import { QueryBus } from '@nestjs/cqrs';
import { InvitationOf } from '../../apps/api/src/people/organisations';
import type { Answer, TestApp } from './app';
import { inr } from './market';
import { Member } from './members';

export interface House {
  readonly id: string;
  readonly workspaceId: string;
  readonly owner: Member;
}

export const put = (app: TestApp, by: Member, path: string, body: object): Promise<Answer> =>
  app.guest().put(path, body, by.jar.headers);

/** An organisation of somebody with an account; they act for it from now on. */
export async function founded(app: TestApp, owner: Member, name = 'Nile Clinics'): Promise<House> {
  const { body } = await owner.post('/api/organisations', { name });
  const id = String(body['id']);
  const mine = (await owner.get('/api/organisations/mine')).body as {
    acting: { workspaceId: string };
  };
  return { id, workspaceId: mine.acting.workspaceId, owner };
}

/** The link of the last invitation, as the mail has it. */
export async function tokenOf(app: TestApp, invitationId: string): Promise<string> {
  const said = await app.app.get(QueryBus).execute(new InvitationOf(invitationId));
  return said?.token ?? '';
}

export async function invited(app: TestApp, house: House, email: string, role: string) {
  const path = `/api/organisations/${house.id}/invitations`;
  const answer = await house.owner.post(path, { email, role });
  return { answer, id: String(answer.body['id']) };
}

/** Somebody who was invited and came. */
export async function joined(app: TestApp, house: House, role: string): Promise<Member> {
  const member = await Member.signedUp(app, ['client']);
  const { id } = await invited(app, house, member.email, role);
  const answer = await member.post('/api/organisations/join', { token: await tokenOf(app, id) });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return member;
}

export const limitOf = (purpose: 'job' | 'hire', rupees: number, approver = 'finance') => ({
  ...{ purpose, approver, above: inr(rupees * 100) },
  ...{ role: null, workspaceId: null },
});
