import {
  expect,
  type Browser,
  type BrowserContext,
  type Locator,
  type Page,
} from '@playwright/test';
import { begins } from './pages';
import { sandbox } from './sandbox';
import { stack } from './stack';
import { Words, type Language } from './words';

export interface Look {
  readonly name: string;
  readonly handle: string;
  readonly phone?: string;
  readonly language?: Language;
  readonly timeZone?: string;
  readonly app?: 'marketplace' | 'admin';
  readonly width?: number;
  /** Has never been here: the banner still asks. */
  readonly isNew?: boolean;
  /** The browser says for them that nothing may be sold: header and property, as browsers do. */
  readonly saysNo?: boolean;
}

/** What a page wanted to run and its policy did not allow; the browser's own words may go unseen. */
const listener = `addEventListener('securitypolicyviolation', (event) =>
  againstThePolicy([event.effectiveDirective, event.blockedURI, event.sample].join(' ')));`;

/** What a browser with Global Privacy Control shows to pages, beside the header. */
const signal = `Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { value: true });`;

/** Of this run alone, so that the journey may run twice on one stack. */
const run = Date.now().toString(36);
export const password = 'a sentence for the journey';

/** Somebody at a browser of their own, and what the browser complained about. */
export class Person {
  readonly complaints: string[] = [];
  readonly name: string;
  readonly email: string;

  private constructor(
    look: Look,
    public page: Page,
    readonly context: BrowserContext,
    readonly words: Words,
    readonly phone: string,
  ) {
    this.name = look.name;
    this.email =
      look.app === 'admin'
        ? `${look.handle}@demo.guildhall.local`
        : `${look.handle}.${run}@journey.test`;
  }

  static async sitDown(browser: Browser, look: Look): Promise<Person> {
    const { app = 'marketplace', language = 'en', width = 1280 } = look;
    const context = await browser.newContext({
      baseURL: stack[app],
      locale: language === 'ar' ? 'ar-EG' : 'en-IN',
      timezoneId: look.timeZone ?? 'Asia/Kolkata',
      viewport: { width, height: width < 500 ? 844 : 900 },
      reducedMotion: 'reduce',
      ...(look.saysNo && { extraHTTPHeaders: { 'sec-gpc': '1' } }),
    });
    if (look.saysNo) await context.addInitScript({ content: signal });
    const page = await context.newPage();
    const phone = `${look.phone ?? '+9198'}${String(Date.now()).slice(-8)}`;
    const person = new Person(look, page, context, new Words(app, language), phone);
    await context.exposeFunction('againstThePolicy', (what: string) => {
      person.complaints.push(`against the policy: ${what}`);
    });
    await context.addInitScript({ content: listener });
    // The banner has a story of its own; whoever is here for another one has said no already.
    if (app === 'marketplace' && !look.isNew)
      await context.request.post('/api/consents', {
        data: {
          choices: { analytics: false, marketing: false, sale: false },
          source: 'banner',
          locale: language,
        },
      });
    person.listen();
    return person;
  }

  /** Closes the tab, as people do, and takes a new one of the same browser. */
  async closeTab(): Promise<void> {
    await this.page.close();
    this.page = await this.context.newPage();
    this.listen();
  }

  /** Another browser, as far as the site can tell. The page is left first: it may still ask. */
  async losesCookies(): Promise<void> {
    await this.page.goto('about:blank');
    await this.context.clearCookies();
  }

  /** A network that was cut on purpose is told by the browser; that is no fault of the page. */
  forgiveTheCut(): void {
    const cut = this.complaints.findIndex((line) => line.includes('net::ERR_CONNECTION_RESET'));
    if (cut !== -1) this.complaints.splice(cut, 1);
  }

  /** A refusal that was asked for: browsers tell of it, and it is no fault of the page. */
  forgiveRefusals(...statuses: readonly number[]): void {
    const meant = statuses.length > 0 ? statuses : [401];
    const isMeant = (line: string) => meant.some((one) => line.includes(`status of ${one}`));
    const kept = this.complaints.filter((line) => !isMeant(line));
    this.complaints.splice(0, this.complaints.length, ...kept);
  }

  private listen(): void {
    this.page.on('console', (message) => {
      if (message.type() !== 'error') return;
      this.complaints.push(`${message.text()} ${message.location().url}`);
    });
    this.page.on('pageerror', (problem) => this.complaints.push(String(problem)));
  }

  say(key: string, values?: Record<string, string | number>): string {
    return this.words.say(key, values);
  }

  button(key: string, values?: Record<string, string | number>): Locator {
    return this.page.getByRole('button', { name: this.say(key, values), exact: true });
  }

  link(key: string, values?: Record<string, string | number>): Locator {
    return this.page.getByRole('link', { name: this.say(key, values), exact: true });
  }

  /** A field by its label, whatever stands after it ("optional"). */
  field(
    key: string,
    values?: Record<string, string | number>,
    within: Page | Locator = this.page,
  ): Locator {
    return within.getByLabel(begins(this.say(key, values)));
  }

  dialog(key: string, values?: Record<string, string | number>): Locator {
    return this.page.getByRole('dialog', { name: this.say(key, values) });
  }

  /** The page says so: its heading is there. */
  async reads(key: string, values?: Record<string, string | number>): Promise<void> {
    await expect(
      this.page.getByRole('heading', { name: this.say(key, values) }).first(),
    ).toBeVisible();
  }

  async sees(text: string | RegExp): Promise<void> {
    await expect(this.page.getByText(text).filter({ visible: true }).first()).toBeVisible();
  }

  /** An amount as receipts write it: the minor units stand in a span of their own. */
  async seesAmount(amount: string, within: Page | Locator = this.page): Promise<void> {
    await expect(
      within.locator('ui-money').filter({ hasText: amount, visible: true }).first(),
    ).toBeVisible();
  }

  async attach(
    files: { name: string; mimeType: string; buffer: Buffer }[],
    within: Page | Locator = this.page,
  ) {
    await within.locator('input[type=file]').first().setInputFiles(files);
    for (const { name } of files)
      await expect(within.locator('li.done').filter({ hasText: name })).toBeVisible();
  }

  /** The newest code on the phone. The oldest that is accepted is the one that came after `before`. */
  async codeOnPhone(before: number): Promise<string> {
    let code: string | undefined;
    await expect
      .poll(async () => {
        const texts = await sandbox.textsTo(this.phone);
        code = texts.length > before ? texts[0]?.codes[0] : undefined;
        return code;
      })
      .toBeTruthy();
    return code ?? '';
  }

  async textsSoFar(): Promise<number> {
    return (await sandbox.textsTo(this.phone)).length;
  }
}
