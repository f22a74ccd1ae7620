import { expect, test, type Page } from '@playwright/test';
import { count } from './attack';
import { payloads } from './payloads';
import { cookiesOf, places, stored, watcher, type Stored } from './stored';
import { scene, stack } from './scene';

/** What ran, what the policy refused, and which of them came to the page at all. */
interface Looked {
  ran: string[];
  refused: string[];
}

const listener = `addEventListener('securitypolicyviolation', (event) =>
  refusedByPolicy([event.effectiveDirective, event.blockedURI, event.sample].join(' ')));`;

async function watched(page: Page): Promise<Looked> {
  const looked: Looked = { ran: [], refused: [] };
  page.on('dialog', (dialog) => {
    looked.ran.push(`dialog on ${page.url()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (problem) => looked.refused.push(String(problem)));
  await page.exposeFunction('refusedByPolicy', (what: string) => looked.refused.push(what));
  await page.addInitScript({ content: listener });
  return looked;
}

const hasRun = (page: Page) =>
  page.evaluate(() => (globalThis as { ran?: number }).ran !== undefined);

/** How many of the payloads stand on the page as the words that they are. */
async function standing(page: Page): Promise<number> {
  const text = (await page.locator('body').innerText()).replaceAll(/\s+/g, ' ');
  return payloads.filter((one) => text.includes(one.replaceAll(/\s+/g, ' ').trim())).length;
}

/** Looks at every place with the eyes of somebody, and says what happened there. */
async function visit(page: Page, all: Stored, app: 'marketplace' | 'admin'): Promise<Looked> {
  const looked = await watched(page);
  let most = 0;
  for (const { path, mark } of places(app, all)) {
    await page.goto(path);
    await page.locator('main').getByText(mark).first().waitFor({ timeout: 30_000 });
    await page.keyboard.press('Tab');
    if (await hasRun(page)) looked.ran.push(path);
    const shown = await standing(page);
    most = Math.max(most, shown);
    count({ tried: shown, through: looked.ran });
  }
  expect(most).toBeGreaterThanOrEqual(60);
  return looked;
}

test('a payload that somebody stored is text on every page of both apps', async ({ browser }) => {
  test.setTimeout(400_000);
  const all = await stored(payloads);
  for (const app of ['marketplace', 'admin'] as const) {
    const context = await browser.newContext({ baseURL: stack[app], reducedMotion: 'reduce' });
    const who = app === 'admin' ? await watcher() : all.client;
    await context.addCookies(cookiesOf(who, stack[app]));
    const looked = await visit(await context.newPage(), all, app);
    expect({ app, ...looked }).toEqual({ app, ran: [], refused: [] });
    await context.close();
  }
});

test('the same payloads run where they are taken for HTML', async ({ browser }) => {
  const page = await browser.newPage();
  page.on('dialog', (dialog) => void dialog.dismiss());
  let ran = 0;
  for (const payload of payloads) {
    await page.goto('about:blank');
    await page.evaluate(
      `document.open(); document.write(${JSON.stringify(payload)}); document.close()`,
    );
    await page.waitForTimeout(20);
    ran += Number(await hasRun(page).catch(() => false));
  }
  expect(ran).toBeGreaterThan(20);
  await page.close();
});

test('a password is hidden while it is typed, and may be pasted', async ({ browser }) => {
  const { client } = await scene();
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  for (const app of ['marketplace', 'admin'] as const) {
    const page = await context.newPage();
    await page.goto(`${stack[app]}/login`);
    const field = page.locator('input[type=password]').first();
    await page.evaluate(`navigator.clipboard.writeText('pasted by ${client.email}')`);
    await field.click();
    await page.keyboard.press('Control+V');
    await expect(field).toHaveValue(`pasted by ${client.email}`);
    await page.close();
  }
  await context.close();
});
