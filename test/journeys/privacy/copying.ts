import { expect } from '@playwright/test';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { unzipped } from '../../support/unzipped';
import { looksTwiceByMail } from '../identity/ways-in';
import { ask } from '../j1/world';
import { open } from '../pages';
import type { Person } from '../person';
import { sandbox } from '../sandbox';

interface Manifest {
  readonly accountId: string;
  readonly files: { readonly path: string; readonly sha256: string }[];
}

const sha256 = (bytes: Buffer | undefined): string =>
  createHash('sha256')
    .update(bytes ?? '')
    .digest('hex');

/** Asks, waits on the page, and proves who asks before anything is handed over. */
export async function takesACopy(person: Person): Promise<Map<string, Buffer>> {
  await open(person, '/settings/privacy');
  await person.button('privacy.export.ask').click();
  await person.sees(person.say('privacy.export.states.ready'));
  await expect(person.button('privacy.export.ask')).toBeDisabled();
  const before = (await sandbox.mailsTo(person.email)).length;
  const coming = person.page.waitForEvent('download');
  await person.button('privacy.export.take').click();
  await looksTwiceByMail(person, before);
  return unzipped(await readFile(await (await coming).path()));
}

/** Every file is what the manifest says, and the manifest is what the house says. */
export async function isWhole(person: Person, files: Map<string, Buffer>): Promise<void> {
  const { exports } = await ask<{ exports: { manifestSha256: string }[] }>(person, '/privacy');
  expect(sha256(files.get('manifest.json'))).toBe(exports[0]?.manifestSha256);
  const manifest = JSON.parse(String(files.get('manifest.json'))) as Manifest;
  const { id } = await ask<{ id: string }>(person, '/accounts/me');
  expect(manifest.accountId).toBe(id);
  expect(manifest.files.length).toBe(files.size - 1);
  for (const { path, sha256: said } of manifest.files)
    expect(sha256(files.get(path)), path).toBe(said);
  expect(String(files.get('account/account.json') ?? '')).toContain(person.email);
  expect(String(files.get('consents/consents.json') ?? '')).toContain('privacy_notice');
}
