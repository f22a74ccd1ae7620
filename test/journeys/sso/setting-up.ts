import { expect } from '@playwright/test';
import { looksTwice } from '../identities/keys';
import { open } from '../pages';
import type { Person } from '../person';
import { sandbox } from '../sandbox';
import { stack } from '../stack';

export async function founds(owner: Person, name: string): Promise<void> {
  await open(owner, '/org/new');
  await owner.field('org.name').fill(name);
  await owner.button('org.found.verb').click();
  await owner.reads('org.members.heading');
}

/** Says that a domain is theirs, and puts the record that the page shows into the DNS. */
export async function provesDomain(owner: Person, domain: string): Promise<void> {
  await open(owner, '/org/sso');
  await owner.field('sso.domains.name').fill(domain);
  await owner.button('sso.domains.add').click();
  await owner.button('sso.domains.checkNamed', { name: domain }).click();
  await owner.sees(owner.say('problems.sso.record_missing'));
  const records = owner.page.locator('app-domains-card ui-copy code');
  const [name = '', text = ''] = await records.allInnerTexts();
  await sandbox.putRecord(name, text);
  await owner.button('sso.domains.checkNamed', { name: domain }).click();
  await owner.sees(owner.say('sso.domains.verified'));
}

/** What whoever runs the directory wrote down for them. */
export async function savesIssuer(owner: Person): Promise<void> {
  await owner.field('sso.issuer.address').fill(`${stack.sandbox}/directory`);
  await owner.field('sso.issuer.clientId').fill('guildhall-directory');
  await owner.field('sso.issuer.secret').fill('sandbox-directory-secret');
  const before = (await sandbox.mailsTo(owner.email)).length;
  await owner.button('sso.issuer.save').click();
  await looksTwice(owner, before);
  await owner.sees(owner.say('sso.issuer.unused'));
}

/** The same directory by SAML instead: what it says of itself is fetched. */
export async function savesSaml(owner: Person): Promise<void> {
  await open(owner, '/org/sso');
  const label = owner.say('sso.protocol.saml.label');
  await owner.page.getByRole('radio', { name: new RegExp(`^${label}`) }).check();
  await owner.sees(owner.say('sso.protocol.other'));
  await owner.field('sso.saml.url').fill(`${stack.sandbox}/saml/metadata`);
  const before = (await sandbox.mailsTo(owner.email)).length;
  await owner.button('sso.saml.save').click();
  await looksTwice(owner, before);
  await owner.sees('CN=Nile Clinics Directory');
}

export async function switchesOn(owner: Person): Promise<void> {
  const label = owner.say('sso.rules.states.on.label');
  await owner.page.getByRole('radio', { name: new RegExp(`^${label}`) }).check();
  await owner.page.getByLabel(owner.say('sso.rules.joins')).check();
  await owner.field('sso.rules.role').selectOption('hirer');
  await owner.button('sso.rules.save').click();
  await owner.sees(owner.say('sso.rules.saved'));
}

/** A key for the directory, as it is shown this once. */
export async function makesScimKey(owner: Person): Promise<string> {
  await open(owner, '/org/scim');
  await owner.reads('scim.heading');
  const before = (await sandbox.mailsTo(owner.email)).length;
  await owner.button('scim.keys.make').click();
  // The proof for the issuer was another page's: this one is a page anew.
  await looksTwice(owner, before);
  const once = owner.dialog('scim.once.heading');
  const key = await once.locator('ui-copy code').innerText();
  await owner.button('scim.once.kept').click();
  await expect(once).toBeHidden();
  return key;
}
