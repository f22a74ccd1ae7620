import { expect, test } from '@playwright/test';
import { signsUp } from './j1/arriving';
import { Journey } from './journey';
import { open } from './pages';
import { Person } from './person';
import { comesFromTheDirectory, isIn, isOut, joins, leavesTheCompany } from './sso/coming';
import {
  founds,
  makesScimKey,
  provesDomain,
  savesIssuer,
  savesSaml,
  switchesOn,
} from './sso/setting-up';

/** From the record in the DNS to the day on which somebody leaves the company. */
test('an organisation brings its own log-in and its own directory', async ({ browser }) => {
  const domain = `nile${Date.now().toString(36)}.test`;
  const amira = `amira@${domain}`;
  const journey = await Journey.begin();
  const owner = await Person.sitDown(browser, { name: 'Omar Said', handle: 'omar.owner' });
  const member = await Person.sitDown(browser, { name: 'Amira Hassan', handle: 'amira' });
  let key = '';

  await journey.step('proves that a domain is theirs', { at: [owner] }, async () => {
    await signsUp(owner, 'client');
    await founds(owner, 'Nile Clinics');
    await provesDomain(owner, domain);
  });
  await journey.step('has the directory vouch for their people', { at: [owner] }, async () => {
    await savesIssuer(owner);
    await switchesOn(owner);
  });
  await journey.step('comes from the directory and joins', { at: [member] }, async () => {
    await comesFromTheDirectory(member, amira);
    await joins(member);
    await isIn(member, 'Nile Clinics');
  });
  await journey.step('comes again, and is asked nothing', { at: [member] }, async () => {
    await comesFromTheDirectory(member, amira);
    await isIn(member, 'Nile Clinics');
  });
  await journey.step('has it speak SAML instead', { at: [owner] }, async () => {
    await savesSaml(owner);
    await switchesOn(owner);
  });
  await journey.step('comes by SAML, by a form of another site', { at: [member] }, async () => {
    await comesFromTheDirectory(member, amira);
    await isIn(member, 'Nile Clinics');
  });
  await journey.step('gives the directory a key', { at: [owner] }, async () => {
    key = await makesScimKey(owner);
  });
  await journey.step('leaves the company, and is out at once', { at: [member] }, async () => {
    await leavesTheCompany(key, amira);
    await isOut(member);
  });
  await journey.step('sees what the directory did', { at: [owner] }, async () => {
    await open(owner, '/org/scim');
    await owner.sees(owner.say('scim.requests.users', { active: 0, inactive: 1 }));
    await open(owner, '/org/trail');
    await owner.sees(owner.say('org.trail.directory'));
  });
  // A record that is not there yet is answered with 422, and who is nobody with 401.
  for (const { complaints } of [owner, member])
    expect(complaints.filter((line) => !/status of (401|422)/.test(line))).toEqual([]);
  process.stdout.write(`${await journey.end()}\n`);
});
