import type { MailKind } from '../../apps/api/src/talk/notifications/domain/notices';
import { words as inArabic } from '../../apps/api/src/talk/notifications/domain/words.ar';
import { words as inEnglish } from '../../apps/api/src/talk/notifications/domain/words.en';
import type { Language } from './words';
import type { Mail } from './sandbox';

const dictionaries = { en: inEnglish, ar: inArabic };

/** What kind of mail it is, by its subject in the language of who gets it; else the subject itself. */
export function kindOf({ subject }: Mail, language: Language): string {
  const [best] = Object.entries(dictionaries[language])
    .filter(([, words]) => pattern(words.subject).test(subject))
    .sort(([, one], [, other]) => said(other.subject) - said(one.subject));
  return best?.[0] ?? subject;
}

/** How much of a subject is fixed: the one that says most fits best. */
const said = (template: string) => template.replaceAll(/\{\{\w+\}\}/g, '').length;

const pattern = (template: string) =>
  new RegExp(
    `^${template
      .split(/\{\{\w+\}\}/)
      .map(escaped)
      .join('.+')}$`,
  );

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

export type { MailKind };
