import { expect, test } from '@playwright/test';
import { Copies } from './audit/copies';
import { approves, asksFor, checks, takes, travels } from './audit/desk';
import { logsIn } from './desk';
import { Journey } from './journey';
import { open } from './pages';
import { Person } from './person';
import { stack } from './stack';

/** Steps 22 to 24: what an auditor takes away can be checked without us, and nothing can be hidden. */
test('an auditor exports, verifies and travels', async ({ browser }) => {
  const journey = await Journey.begin();
  const copies = new Copies();
  const auditor = await Person.sitDown(browser, {
    name: 'Arvid Lindqvist',
    handle: 'auditor',
    app: 'admin',
  });
  const compliance = await Person.sitDown(browser, {
    name: 'Kavya Menon',
    handle: 'compliance',
    app: 'admin',
  });
  const [contract] = await journey.record.rows<{ id: string; milestone: string }>(
    `select contract_id as id, milestone_id as milestone from receipts
      where gone::bigint > 0 order by funded_at limit 1`,
  );
  const { id, milestone } = contract ?? { id: '', milestone: '' };
  const counts = { events: '' };
  await Promise.all([logsIn(auditor), logsIn(compliance)]);

  await journey.step('22: asks, is allowed, and takes', { at: [auditor] }, async () => {
    const exportId = await asksFor(auditor, id);
    await approves(compliance, exportId);
    await takes(auditor, copies);
  });

  await journey.step('23: verifies, and finds the flipped byte', { at: [auditor] }, async () => {
    const genuine = copies.verdict(copies.genuine);
    expect(genuine.exit).toBe(0);
    counts.events = new Intl.NumberFormat('en-IN').format(genuine.counts.events);
    const event = copies.alter();
    const altered = copies.verdict(copies.altered);
    expect(altered.exit).toBe(1);
    expect(altered.summary).toContain(`event ${event} altered`);
    await open(auditor, '/audit/verify');
    await checks(
      auditor,
      copies.genuine,
      auditor.say('audit.verify.whole', { count: counts.events }),
    );
    await checks(auditor, copies.altered, auditor.say('audit.verify.findings.altered', { event }));
  });

  await journey.step('24: travels to every event', { at: [auditor] }, async () => {
    expect(await travels(auditor, id)).toBeGreaterThan(5);
  });

  await journey.step('a receipt is for everybody', { at: [] }, async () => {
    await open(auditor, `${stack.marketplace}/receipts/${milestone}`);
    await auditor.sees(auditor.say('ui.inclusion.good'));
  });

  await journey.step('whoever looks is seen', { at: [auditor] }, async () => {
    await open(auditor, `/audit/access?of=${id}`);
    await expect(auditor.page.getByRole('link', { name: auditor.name })).toBeVisible();
  });

  copies.forget();
  for (const { name, complaints } of [auditor, compliance])
    expect(complaints, `the console of ${name}`).toEqual([]);
  process.stdout.write(`${await journey.end()}\n`);
});
