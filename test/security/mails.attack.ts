import { expect, test } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import handlebars from 'handlebars';
import { setTimeout as pause } from 'node:timers/promises';
import { attack } from './attack';
import { Caller, forgive, newcomer, password, scene, stack } from './scene';

interface Received {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly headers?: unknown;
}

const home = { country: 'IN', timeZone: 'Asia/Kolkata', locale: 'en', roles: ['client'] };

/** What a mail to a new member looks like; null when nobody was registered. */
async function mailAfter(name: string, email: string): Promise<Received | null> {
  const { outside } = await scene();
  await forgive();
  const who = new Caller(stack.api, email);
  const { status } = await who.post('/api/accounts', { email, password, name, ...home });
  if (status >= 300) return null;
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const [mail] = await outside.items<Received>(
      `/api/mailbox?limit=5&to=${encodeURIComponent(email)}`,
    );
    if (mail) return mail;
    await pause(100);
  }
  throw new Error(`No mail to ${email}.`);
}

const address = () => `${randomUUID().slice(0, 13)}@faults.test`;
const caught = 'caught@evil.test';

const breaks = ['\r\n', '\n', '\r', '\u2028', '%0d%0a', '\u0085'];
const headersOf = (end: string) => [
  `A${end}Bcc: ${caught}`,
  `A${end}To: ${caught}${end}${end}Another body`,
  `A${end}.${end}MAIL FROM:<a@evil.test>${end}RCPT TO:<${caught}>`,
];

test('a line break in a name or an address adds no header to a mail', async () => {
  const tries = breaks.flatMap((end) => [
    ...headersOf(end).map((name) => ({ name, email: address() })),
    { name: 'Ann', email: `${randomUUID().slice(0, 8)}@faults.test${end}Bcc:${caught}` },
    { name: 'Ann', email: `"a${end}Bcc: ${caught}"@faults.test` },
  ]);
  const { outside } = await scene();
  // A mail glued together by hand, as somebody would who does not know of header injection.
  const glued = ({ name, email }: (typeof tries)[number]) =>
    /^(Bcc|To): ?caught/m.test(`Subject: Welcome ${name}\r\nTo: ${email}`);
  const succeeds = async (one: (typeof tries)[number], target: string) => {
    if (target === 'glued') return glued(one);
    await mailAfter(one.name, one.email);
    const all = await outside.items<Received>('/api/mailbox?limit=200');
    return all.some(({ to }) => to.includes(caught));
  };
  expect(await attack({ tries, house: stack.api, weak: 'glued', succeeds })).toEqual([]);
});

const templates = [
  ...['{{7*191}}', '{{#with "s"}}{{this}}{{/with}}', '${7*191}', '<%= 7*191 %>', '#{7*191}'],
  ...['{{constructor.constructor "return 1337"}}', '{{{this}}}', '{{lookup this "constructor"}}'],
  ...[
    '{{#each this}}{{@key}}{{/each}}',
    '{{__proto__}}',
    '{{> page}}',
    '[[${7*191}]]',
    '{%7*191%}',
  ],
];

/** A mail that calls somebody by the name that they gave themselves. */
async function greeting(name: string): Promise<string> {
  const { outside } = await scene();
  const { email } = await newcomer(name);
  await new Caller(stack.api, email).post('/api/accounts/password/forgot', { email });
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const all = await outside.mailsTo(email);
    const mail = all.find(({ text }) => text.includes('sets a new password'));
    if (mail) return mail.text;
    await pause(100);
  }
  throw new Error(`No greeting to ${email}.`);
}

test('a template that somebody wrote is text in the mail', async () => {
  // Compiled as if the house had written it.
  const compiled = (template: string): string => {
    try {
      return handlebars.compile(template)({ name: 'Ann', secret: 1 });
    } catch {
      return template;
    }
  };
  const succeeds = async (name: string, target: string) => {
    if (target === 'compiled') return compiled(name) !== name;
    const text = await greeting(name);
    return (
      /1337|\[object|\[native/.test(text) || !text.includes(`Hello ${name.split(' ')[0] ?? ''},`)
    );
  };
  expect(await attack({ tries: templates, house: stack.api, weak: 'compiled', succeeds })).toEqual(
    [],
  );
});
