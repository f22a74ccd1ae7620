import { expect } from '@playwright/test';
import { begins, open, takenOver } from '../pages';
import { password, type Person } from '../person';
import { sandbox } from '../sandbox';
import { codeOf } from './keys';

const heading = 'account.security.heading';

/** Opens the security settings and waits for what is known. */
export async function looksAtSecurity(person: Person): Promise<void> {
  await open(person, '/settings/security');
  await person.reads(heading);
  await expect(person.button('account.factors.passkey.add')).toBeVisible();
}

/** The dialog that asks for a second look, answered by the code of the newest mail. */
export async function looksTwiceByMail(person: Person, before: number): Promise<void> {
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

/** The ten codes, as they stand in the dialog. */
export async function keepsCodes(person: Person): Promise<string[]> {
  const dialog = person.dialog('ui.codes.heading');
  await expect(dialog.getByRole('listitem')).toHaveCount(10);
  const codes = await dialog.getByRole('listitem').allInnerTexts();
  await person.button('ui.codes.kept').click();
  await expect(dialog).toBeHidden();
  return codes;
}

export async function addsPasskey(person: Person): Promise<string[]> {
  await looksAtSecurity(person);
  const before = (await sandbox.mailsTo(person.email)).length;
  await person.button('account.factors.passkey.add').click();
  await looksTwiceByMail(person, before);
  const codes = await keepsCodes(person);
  await person.sees(person.say('account.factors.passkey.first', { number: 1 }));
  return codes;
}

export async function forgetsCookies(person: Person): Promise<void> {
  await person.losesCookies();
  await open(person, '/login');
  await person.reads('accounts.logIn.heading');
}

export async function entersByPasskey(person: Person): Promise<void> {
  await person.button('accounts.logIn.passkey').click();
  await person.page.waitForURL((url) => url.pathname === '/');
  await takenOver(person);
}

/** The key that the app would read from the square. */
export async function setsUpApp(person: Person): Promise<string> {
  await looksAtSecurity(person);
  await person.button('account.factors.totp.add').click();
  const dialog = person.dialog('ui.stepUp.heading');
  await dialog.getByRole('button', { name: person.say('ui.factor.passkey.verb') }).click();
  await expect(dialog).toBeHidden();
  const key = await person.page.locator('ui-totp-setup ui-copy code').innerText();
  await expect(
    person.page.getByRole('img', { name: person.say('ui.factor.totp.square') }),
  ).toBeVisible();
  await person.field('ui.factor.totp.label').fill(await codeOf(key));
  await person.sees(person.say('account.factors.totp.done'));
  return key;
}

export async function entersByRecoveryCode(person: Person, code: string): Promise<void> {
  await person.field('accounts.email').fill(person.email);
  await person.page.getByLabel(begins(person.say('accounts.password'))).fill(password);
  await person.button('accounts.logIn.verb').click();
  await person.reads('accounts.factor.heading');
  await person.button('ui.factor.recovery.choose').click();
  await person.field('ui.factor.recovery.label').fill(code);
  await person.button('ui.stepUp.confirm').click();
  await person.page.waitForURL((url) => url.pathname === '/');
  await takenOver(person);
}

/** Whoever puts others out shows once more who it is; here by the next recovery code. */
export async function endsOtherDevices(person: Person, code: string): Promise<void> {
  await looksAtSecurity(person);
  await person.button('account.security.endOthers').click();
  const dialog = person.dialog('account.security.endOthers');
  await dialog.getByRole('button', { name: person.say('account.security.endOthers') }).click();
  const proof = person.dialog('ui.stepUp.heading');
  await proof.getByRole('button', { name: person.say('ui.factor.recovery.choose') }).click();
  await person.field('ui.factor.recovery.label', {}, proof).fill(code);
  await proof.getByRole('button', { name: person.say('ui.stepUp.confirm') }).click();
  await person.sees(person.say('account.security.endedOthers'));
  await expect(person.page.locator('app-sessions-card li')).toHaveCount(1);
}

/** A bank account is added by who shows the app's next code. */
export async function addsBankAccount(person: Person, key: string): Promise<void> {
  await open(person, '/wallet/payout');
  await person.button('wallet.bank.add').first().click();
  const dialog = person.dialog('wallet.bank.add');
  await person.field('wallet.bank.holder', {}, dialog).fill('Laila Hassan');
  await person.field('wallet.bank.ifsc', {}, dialog).fill('HDFC0000123');
  await person.field('wallet.bank.number', {}, dialog).fill('50100222333441');
  await dialog.getByRole('button', { name: person.say('wallet.bank.verb'), exact: true }).click();
  const proof = person.dialog('ui.stepUp.heading');
  await proof.getByRole('button', { name: person.say('ui.factor.totp.choose') }).click();
  await person.field('ui.factor.totp.label', {}, proof).fill(await codeOf(key, 1));
  await expect(proof).toBeHidden();
  await person.sees(person.say('wallet.bank.states.verified'));
}
