import { expect, test, type Page } from '@playwright/test';
import { createServer } from 'node:http';
import { attack } from './attack';
import { password, scene, stack } from './scene';
import { addressOf } from './weak';

const evil = 'evil.test';
/** Addresses that lead elsewhere for somebody who only looks at their beginning. */
const returns = [
  ...[`https://${evil}`, `//${evil}`, `/\\${evil}`, `\\\\${evil}`, `/%09/${evil}`, `/\t/${evil}`],
  ...[
    `https:${evil}`,
    `https:/${evil}`,
    `///${evil}`,
    `/%2f%2f${evil}`,
    `/%5c${evil}`,
    `/.${evil}`,
  ],
  ...[`/@${evil}`, `@${evil}`, `/..//${evil}`, `javascript:location='//${evil}'`, `/\n/${evil}`],
  ...[`data:text/html,<script>location='//${evil}'</script>`, `//${evil}%2f..`, `http://${evil}#/`],
];

/** Sends people wherever the address says. */
async function obedient(): Promise<string> {
  const server = createServer((request, response) => {
    const next = new URL(request.url ?? '/', 'http://a').searchParams.get('next') ?? '/';
    response.setHeader('content-type', 'text/html');
    response.end(
      `<script>location = ${JSON.stringify(next).replaceAll('<', '\\\\u003c')}</script>`,
    );
  });
  return addressOf(server);
}

async function logIn(page: Page, email: string): Promise<void> {
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(password);
  await page.locator('form button[type=submit]').click();
  await page.waitForURL((url) => !url.pathname.startsWith('/login'), { timeout: 20_000 });
}

test('a return address leads to a page of ours, or home', async ({ browser }) => {
  test.setTimeout(400_000);
  const { client } = await scene();
  const context = await browser.newContext();
  const asked: string[] = [];
  await context.route(`**://${evil}*/**`, (route) => {
    asked.push(route.request().url());
    return route.abort();
  });
  const page = await context.newPage();
  const succeeds = async (next: string, target: string) => {
    const before = asked.length;
    await context.clearCookies();
    await page.goto(`${target}/login?next=${encodeURIComponent(next)}`).catch(() => undefined);
    if (target === stack.marketplace) await logIn(page, client.email);
    await page.waitForTimeout(300);
    const isOurs = new URL(page.url()).origin === target || page.url() === 'about:blank';
    return asked.length > before || (!isOurs && !page.url().startsWith('chrome-error'));
  };
  const weak = await obedient();
  expect(await attack({ tries: returns, house: stack.marketplace, weak, succeeds })).toEqual([]);
  await context.close();
});
