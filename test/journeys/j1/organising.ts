import { expect } from '@playwright/test';
import { open } from '../pages';
import { sandbox } from '../sandbox';
import { ask, job, type World } from './world';

/** The client's organisation, with a limit that the job will be above. */
export async function foundsOrganisation({ client, approver }: World): Promise<void> {
  await open(client, '/org/new');
  await client.field('org.name').fill('Varma Clinics');
  await client.button('org.found.verb').click();
  await client.reads('org.members.heading');
  await client.button('org.invite.verb').click();
  const dialog = client.dialog('org.invite.heading');
  await client.field('org.invite.email', undefined, dialog).fill(approver.email);
  await client.field('org.invite.role', undefined, dialog).selectOption('finance');
  await client.button('org.invite.send').click();
  await client.sees(approver.email);
  await open(client, '/org/settings');
  await client.field('org.limits.above').fill('50000');
  await client.field('org.limits.above').press('Tab');
  await client.button('org.limits.add').click();
  await client.sees(/Job above ₹50,000/);
}

/** By the link of the mail, with the account of that address. */
export async function comesToApprove({ approver }: World): Promise<void> {
  let link: string | undefined;
  await expect
    .poll(async () => {
      const mails = await sandbox.mailsTo(approver.email);
      link = mails.flatMap(({ links }) => links).find((one) => one.includes('/org/join'));
      return link;
    })
    .toBeTruthy();
  await approver.page.goto(link ?? '');
  await approver.button('org.join.verb').click();
  await approver.reads('org.members.heading');
}

/** Step 4, second half: the approver agrees with a comment, and the client's open page says so. */
export async function agrees({ client, approver }: World): Promise<void> {
  await open(approver, '/org/approvals?state=open');
  await approver.sees(job.title);
  await approver.seesAmount('₹1,00,000.00');
  await approver.sees(job.purchaseOrder);
  await approver.field('org.approvals.comment').fill('Within the plan for the clinics.');
  await approver.button('org.approvals.verbs.approve').click();
  await approver.reads('org.approvals.none');
  await client.sees(/^\s*Open\s*$/);
  const { items } = await ask<{ items: { kind: string }[] }>(client, '/notifications');
  expect(items.map(({ kind }) => kind)).toContain('org_spending_granted');
}
