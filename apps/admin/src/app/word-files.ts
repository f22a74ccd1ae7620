import type { TranslationObject } from '@ngx-translate/core';
import type { Language } from '@ui/app/words';

/** One chunk per language and context; the kit's own words live in `libs/ui/i18n`. */
export async function wordFiles(language: Language, context: string): Promise<TranslationObject> {
  const file = (
    context === 'ui'
      ? await import(`../../../../libs/ui/i18n/${language}.json`)
      : await import(`../../public/i18n/${language}/${context}.json`)
  ) as { default: TranslationObject };
  return file.default;
}
