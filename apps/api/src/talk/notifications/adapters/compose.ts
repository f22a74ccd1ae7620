import handlebars from 'handlebars';
import type { About, MailKind } from '../domain/notices';
import type { Language } from '../domain/words';
import * as arabic from '../domain/words.ar';
import * as english from '../domain/words.en';
import { layout } from './layout.generated';

export interface Composed {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a mail is filled with; every variable that its words name must be here. */
export interface Filling {
  readonly variables: Readonly<Record<string, string>>;
  /** The receipt: labels are keys of the frame's words, values are formatted. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly code: string | null;
  readonly url: string;
  /** How mails about the same topic end; null where they always come. */
  readonly ending: { readonly page: string; readonly oneClick: string } | null;
}

const dictionaries = { en: english, ar: arabic } as const;
const page = handlebars.compile(layout, { strict: true });
const fill = (words: string, variables: object, isHtml: boolean): string =>
  handlebars.compile(words, { strict: true, noEscape: !isHtml })(variables);

/** Names and amounts keep their own direction inside a sentence of the other one. */
const isolated = (variables: Filling['variables']): Record<string, handlebars.SafeString> =>
  Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [
      name,
      new handlebars.SafeString(`<bdi>${handlebars.escapeExpression(value)}</bdi>`),
    ]),
  );

/** A mail in the reader's language: page and plain-text twin. Throws when a variable is missing. */
export function compose(kind: MailKind, locale: Language, filling: Filling): Composed {
  const { frame, words } = dictionaries[locale];
  const { variables, code, url, ending } = filling;
  const said = words[kind];
  const subject = shortened(fill(said.subject, variables, false));
  const heading = fill(said.heading, variables, false);
  const facts = filling.facts.map(({ name, value }) => ({
    label: frame.money[name] ?? name,
    value,
  }));
  const html = page({
    locale,
    dir: frame.dir,
    start: frame.dir === 'rtl' ? 'right' : 'left',
    subject,
    preview: fill(said.paragraphs[0] ?? '', variables, false),
    heading,
    paragraphs: said.paragraphs.map((one) => fill(one, isolated(variables), true)),
    code,
    facts: facts.length > 0 ? facts : null,
    action: said.action ?? null,
    url,
    footer: frame.footer,
    ending: ending ? { page: ending.page, words: frame.ending } : null,
  });
  const lines = [
    heading,
    ...said.paragraphs.map((one) => fill(one, variables, false)),
    ...(code ? [code] : []),
    ...facts.map(({ label, value }) => `${label}: ${value}`),
    ...(said.action ? [`${said.action}: ${url}`] : []),
    `-- \n${frame.footer}`,
    ...(ending ? [`${frame.ending}: ${ending.page}`] : []),
  ];
  return { subject, html, text: lines.join('\n\n'), headers: headersFor(ending) };
}

/** Mail programs show a button for it, and post to the address without asking a page (RFC 8058). */
const headersFor = (ending: Filling['ending']): Record<string, string> =>
  ending
    ? {
        'list-unsubscribe': `<${ending.oneClick}>`,
        'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
      }
    : {};

const longest = 60;

/** Titles of jobs may be long; a subject is not. */
const shortened = (subject: string): string =>
  subject.length > longest ? `${subject.slice(0, longest - 1).trimEnd()}…` : subject;

/** What to do about each reason, in one paragraph. */
export const adviceIn = (locale: Language, reasons: NonNullable<About['reasons']>): string =>
  reasons.map((reason) => dictionaries[locale].frame.advice[reason]).join(' ');

/** The reason as the frame words it, or as it was said. */
export const reasonIn = (locale: Language, reason: string): string =>
  dictionaries[locale].frame.reasons[reason] ?? reason;
