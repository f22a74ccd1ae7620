import { expect } from '@playwright/test';
import { png } from '../j1/world';
import { open } from '../pages';
import type { Person } from '../person';

interface Papers {
  /** The provider goes by the names: what a file is called is what it shows. */
  readonly document: string;
  readonly birthDate: string;
}

/** The account says what a tier opens, asks for papers, and takes them. */
export async function sendsPapers(person: Person, papers: Papers, isAgain = false): Promise<void> {
  await open(person, '/settings/verification');
  await person.reads(isAgain ? 'verification.send.again' : 'verification.send.heading');
  await expect(person.button('verification.send.verb')).toBeDisabled();
  await person.field('verification.send.legalName').fill(person.name);
  await person.field('verification.send.birthDate').fill(papers.birthDate);
  await person.field('verification.send.country').fill('IN');
  const sheets = [papers.document, 'selfie.png'];
  for (const [at, name] of sheets.entries()) {
    const field = person.page.locator('ui-file-field').nth(at);
    await person.attach([png(name)], field);
  }
  await person.button('verification.send.verb').click();
  await person.sees(person.say('verification.states.review'));
  await expect(person.button('verification.send.verb')).toHaveCount(0);
}

/** More is asked, with a reason and the words of whoever looked. */
export async function isAskedForMore(person: Person, note: string): Promise<void> {
  await open(person, '/settings/verification');
  await person.sees(person.say('verification.states.need_info'));
  await person.sees(person.say('verification.reasons.document_unreadable'));
  await person.sees(note);
}

/** A second look is an inner matter of the house. */
export async function stillWaits(person: Person): Promise<void> {
  await open(person, '/settings/verification');
  await person.sees(person.say('verification.states.second_look'));
}

export async function isVerified(person: Person): Promise<void> {
  await open(person, '/settings/verification');
  await person.sees(person.say('verification.states.approved'));
  const own = person.page.getByRole('listitem').filter({
    hasText: person.say('verification.tiers.T2.name'),
  });
  await expect(own).toContainText(person.say('verification.yours'));
}
