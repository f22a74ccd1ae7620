import { expect } from '@playwright/test';
import { open } from '../pages';
import type { Person } from '../person';
import { sandbox } from '../sandbox';
import { stack } from '../stack';

const name = 'Nightly export';

/** A key for a program, as it is shown this once. */
export async function makesKey(person: Person): Promise<string> {
  await open(person, '/settings/api-keys');
  await person.reads('apiKeys.heading');
  await person.button('apiKeys.add').first().click();
  const dialog = person.dialog('apiKeys.add');
  await person.field('apiKeys.form.name', {}, dialog).fill(name);
  await dialog.getByLabel(person.say('apiKeys.scopes.account_read')).check();
  const before = (await sandbox.mailsTo(person.email)).length;
  await dialog.getByRole('button', { name: person.say('apiKeys.form.verb') }).click();
  await looksTwice(person, before);
  const once = person.dialog('apiKeys.once.heading');
  const key = await once.locator('ui-copy code').innerText();
  await person.button('apiKeys.once.kept').click();
  await expect(once).toBeHidden();
  await person.sees(name);
  return key;
}

/** The code of the mail, which nobody has to send off. */
export async function looksTwice(person: Person, before: number): Promise<void> {
  const dialog = person.dialog('ui.stepUp.heading');
  let code = '';
  await expect
    .poll(async () => {
      const mails = await sandbox.mailsTo(person.email);
      code = mails.length > before ? (/\b\d{6}\b/.exec(mails[0]?.text ?? '')?.[0] ?? '') : '';
      return code;
    })
    .toBeTruthy();
  await person.field('ui.stepUp.code', {}, dialog).fill(code);
  await expect(dialog).toBeHidden();
}

/** What a program of theirs is answered. */
export async function asProgram(key: string): Promise<number> {
  const headers = { authorization: `Bearer ${key}` };
  return (await fetch(`${stack.api}/api/accounts/me`, { headers })).status;
}

export async function revokesKey(person: Person): Promise<void> {
  await open(person, '/settings/api-keys');
  await person.button('apiKeys.revoke.named', { name }).click();
  const dialog = person.dialog('apiKeys.revoke.heading', { name });
  await dialog
    .getByRole('button', { name: person.say('apiKeys.revoke.verb'), exact: true })
    .click();
  await person.sees(person.say('apiKeys.revoke.done', { name }));
}
