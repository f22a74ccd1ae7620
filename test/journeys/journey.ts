import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { kindOf, type MailKind } from './mails';
import type { Person } from './person';
import { Record } from './record';
import { sandbox } from './sandbox';

/** Who gets which mail in a step; nobody gets another one, and nobody gets one twice. */
export type Mails = readonly (readonly [to: Person, what: MailKind])[];

interface Step {
  readonly mails?: Mails;
  /** Whose page is looked at when the step is over. */
  readonly at: readonly Person[];
}

/** Whether a month ends while days pass depends on the day of the run; these have tests of their own. */
const ofTheCalendar = new Set<string>(['org_statement']);

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** A journey of steps. After every one the money, the mails and the pages are as they must be. */
export class Journey {
  private readonly started = performance.now();
  private readonly people = new Set<Person>();
  private readonly read = new Set<string>();
  private steps = 0;
  private axe = 0;
  private consoleErrors = 0;

  private constructor(readonly record: Record) {}

  static async begin(): Promise<Journey> {
    return new Journey(await Record.open());
  }

  /** Who comes along from now on; what they were mailed before is of another matter. */
  async join(...people: Person[]): Promise<void> {
    for (const person of people) {
      this.people.add(person);
      for (const { id } of await sandbox.mailsTo(person.email)) this.read.add(id);
    }
  }

  step(title: string, after: Step, work: () => Promise<void>): Promise<void> {
    return test.step(title, async () => {
      await work();
      await this.mailsAre(after.mails ?? []);
      expect(await this.record.ledgerFaults(), 'the ledger').toEqual([]);
      for (const person of after.at) await this.isAccessible(person);
      this.nobodyComplains();
      this.steps += 1;
    });
  }

  /** The last line of the output, for scripts. */
  async end(): Promise<string> {
    await this.record.close();
    const seconds = Math.round((performance.now() - this.started) / 100) / 10;
    const { steps, axe, consoleErrors } = this;
    return JSON.stringify({ steps, seconds, axe, consoleErrors });
  }

  /** Exactly these, once everything that is under way has arrived. */
  private async mailsAre(expected: Mails): Promise<void> {
    const wanted = expected.map(([to, what]) => `${to.email}: ${what}`).sort();
    const seen = new Map<string, string>();
    const look = async () => {
      for (const person of this.people)
        for (const mail of await sandbox.mailsTo(person.email))
          if (!this.read.has(mail.id)) {
            const kind = kindOf(mail, person.words.language);
            if (!ofTheCalendar.has(kind)) seen.set(mail.id, `${person.email}: ${kind}`);
          }
      return seen.size;
    };
    await expect.poll(look, { timeout: 20_000 }).toBeGreaterThanOrEqual(wanted.length);
    await expect.poll(() => this.record.isQuiet(), { timeout: 20_000 }).toBe(true);
    await look();
    expect([...seen.values()].sort(), 'new mails').toEqual(wanted);
    for (const id of seen.keys()) this.read.add(id);
  }

  /** A page that is still settling is looked at once more; what is wrong then is wrong. */
  private async isAccessible(person: Person): Promise<void> {
    const scan = () => new AxeBuilder({ page: person.page }).withTags(standards).analyze();
    let { violations } = await scan();
    if (violations.length > 0) {
      await person.page.waitForTimeout(1_000);
      ({ violations } = await scan());
    }
    this.axe += violations.length;
    const found = violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }));
    expect(found, `accessibility of ${person.page.url()}`).toEqual([]);
  }

  private nobodyComplains(): void {
    for (const { name, complaints } of this.people) {
      this.consoleErrors += complaints.length;
      expect(complaints, `the console of ${name}`).toEqual([]);
    }
  }
}
