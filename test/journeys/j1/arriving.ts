import { expect } from '@playwright/test';
import { sandbox } from '../sandbox';
import { password, type Person } from '../person';
import { begins, open, takenOver } from '../pages';
import { ask } from './world';

const query = 'clinic booking website';

/** Step 1: somebody who has no account looks around. */
export async function searchesAsGuest(guest: Person): Promise<void> {
  const { page } = guest;
  await open(guest, '/');
  const box = page.getByRole('banner').getByRole('combobox', { name: guest.say('shell.search') });
  await box.pressSequentially('booking');
  const suggestions = page.getByRole('listbox', { name: guest.say('shell.suggestions') });
  await expect(suggestions.getByRole('option').first()).toBeVisible();
  expect(await timeOfSuggestions(guest)).toBeLessThan(100);
  await box.fill(query);
  await box.press('Enter');
  await page.waitForURL(/\/search\?q=clinic/);
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible();
  const facets = page.getByRole('complementary', { name: guest.say('search.filters') });
  await expect(facets).toContainText(guest.say('search.facets.category'));
  const signUp = guest.link('search.signUp');
  expect(await signUp.getAttribute('href')).toContain(encodeURIComponent('q=clinic'));
}

/** The best of five: a neighbour of the machine may hold up one, a slow query holds up all. */
async function timeOfSuggestions(guest: Person): Promise<number> {
  const times: number[] = [];
  for (let time = 0; time < 5; time += 1) {
    const from = performance.now();
    await ask(guest, '/search/suggest?q=booking');
    times.push(performance.now() - from);
  }
  return Math.min(...times);
}

/** Step 2, first half: an account, its address proved by the link of the mail or by its code. */
export async function signsUp(person: Person, side: 'client' | 'provider'): Promise<void> {
  const { page } = person;
  if (!page.url().includes('/signup')) await open(person, '/signup');
  const direction = person.words.language === 'ar' ? 'rtl' : 'ltr';
  await expect(page.locator('html')).toHaveAttribute('dir', direction);
  await person.reads('accounts.signUp.heading');
  await takenOver(person);
  await page
    .getByRole('radio', { name: begins(person.say(`accounts.sides.${side}.label`)) })
    .check();
  await person.field('accounts.name').fill(person.name);
  await person.field('accounts.email').fill(person.email);
  await person.field('accounts.password').fill(password);
  if (person.words.language === 'ar') await person.field('accounts.country').selectOption('EG');
  await person.button('accounts.signUp.verb').click();
  await person.reads('accounts.verify.mail.heading');
  const [mail] = await mailsOf(person);
  if (side === 'client') {
    await page.goto(mail?.links.find((link) => link.includes('token=')) ?? '');
  } else {
    await person.field('accounts.code').fill(/\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? '');
  }
  await person.reads('accounts.verify.phone.heading');
}

async function mailsOf(person: Person) {
  await expect.poll(async () => (await sandbox.mailsTo(person.email)).length).toBe(1);
  return sandbox.mailsTo(person.email);
}

/** Step 2, second half: the phone, by the code of the text message. */
export async function provesPhone(person: Person): Promise<void> {
  await person.field('accounts.phone').fill(person.phone);
  await person.button('accounts.verify.sendSms').click();
  await person.reads('accounts.verify.sms.heading');
  await person.field('accounts.code').fill(await person.codeOnPhone(0));
  await person.reads('home.steps.heading');
  const { tier } = await ask<{ tier: string }>(person, '/accounts/me');
  expect(tier).toBe('T1');
}

/** What a provider offers; jobs are matched by it. */
export async function writesProfile(
  person: Person,
  headline: string,
  skills: string[],
): Promise<void> {
  await open(person, '/settings/profile');
  await person.field('account.profile.parts.headline').fill(headline);
  for (const skill of skills) {
    await person.page
      .getByRole('combobox', { name: begins(person.say('account.profile.parts.skills')) })
      .fill(skill);
    await person.page.keyboard.press('Enter');
  }
  const inArabic =
    new Intl.DisplayNames(person.words.language, { type: 'language' }).of('ar') ?? '';
  if (skills.includes('arabic')) await person.page.getByLabel(inArabic, { exact: true }).check();
  await person.button('account.profile.save').click();
  await person.sees(person.say('account.saved'));
}

/** Wants to be told when a job like this one comes. */
export async function savesSearch(person: Person): Promise<void> {
  await open(person, '/search?kind=jobs&q=booking%20clinics');
  await person.button('search.save.open').click();
  await person.field('search.save.name').fill('Clinics');
  await person.button('search.save.verb').click();
  await person.sees(person.say('search.save.done', { name: 'Clinics' }));
}
