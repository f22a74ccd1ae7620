import { expect } from '@playwright/test';
import { open } from '../pages';
import type { Person } from '../person';
import type { Copies } from './copies';

export const purpose = 'Yearly audit of money in escrow';

/** Step 22: nothing is exported without a purpose. @returns the id of the export. */
export async function asksFor(auditor: Person, contractId: string): Promise<string> {
  await open(auditor, `/audit/exports/new?contract=${contractId}`);
  await expect(auditor.field('audit.export.contractId')).toHaveValue(contractId);
  await auditor.button('audit.export.ask').click();
  await expect(auditor.page).toHaveURL(/exports\/new/);
  await auditor.field('audit.export.purpose').fill(purpose);
  await auditor.button('audit.export.ask').click();
  await auditor.page.waitForURL(/exports\/[0-9a-f-]{36}$/);
  await auditor.reads('audit.export.now.awaiting_approval');
  return new URL(auditor.page.url()).pathname.split('/').at(-1) ?? '';
}

/** Step 22: somebody else of compliance agrees, after reading what for. */
export async function approves(compliance: Person, exportId: string): Promise<void> {
  await open(compliance, `/audit/exports/${exportId}`);
  await compliance.link('audit.export.approval').click();
  await compliance.sees(purpose);
  await compliance.button('approvals.approve').click();
}

/** Step 22: the page follows, and hands over the file. */
export async function takes(auditor: Person, copies: Copies): Promise<void> {
  await auditor.reads('audit.export.now.ready');
  const coming = auditor.page.waitForEvent('download');
  await auditor.page.getByRole('link', { name: /^(Download|نزّل)/ }).click();
  await (await coming).saveAs(copies.genuine);
}

/** Step 23: the console's own verifier says what the program without a network says. */
export async function checks(auditor: Person, path: string, says: string): Promise<void> {
  await auditor.page.locator('#export').setInputFiles(path);
  await expect(auditor.page.getByRole('heading', { name: says })).toBeVisible();
}

/** Step 24: every event of a contract is an instant to travel to, and each adds up. */
export async function travels(auditor: Person, contractId: string): Promise<number> {
  await open(auditor, `/audit/replay?contract=${contractId}`);
  const steps = auditor.page.locator('app-contract-at li');
  await expect(steps.first()).toBeVisible();
  const count = await steps.count();
  await expect(steps.getByText(auditor.say('audit.replay.equal'), { exact: true })).toHaveCount(
    count,
  );
  await steps.first().getByRole('button').click();
  await auditor.reads('audit.replay.step', { place: 1, of: count });
  const slider = auditor.page.getByRole('slider');
  await slider.focus();
  await slider.press('End');
  await auditor.reads('audit.replay.step', { place: count, of: count });
  await slider.press('Home');
  await auditor.sees(auditor.say('audit.replay.beforeFirst'));
  await steps.last().getByRole('button').click();
  await auditor.reads('audit.replay.step', { place: count, of: count });
  return count;
}
