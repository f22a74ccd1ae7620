import { DOCUMENT, inject, InjectionToken, REQUEST, Service, signal } from '@angular/core';
import type { ResolveFn } from '@angular/router';
import { type TranslationObject, TranslateService } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Cookies } from './cookies';
import { firstKnown } from './first-known';

export const languages = ['en', 'ar'] as const;
export type Language = (typeof languages)[number];
/** Arabic pages keep Latin digits: an amount must read the same for both parties. */
const numberLocales: Record<Language, string> = { en: 'en-IN', ar: 'ar-EG-u-nu-latn' };
const rightToLeft: readonly string[] = ['ar', 'ur', 'fa', 'he'];
const isLanguage = (value: string | undefined): value is Language =>
  (languages as readonly string[]).includes(value ?? '');

/** How an app finds the words of one context in one language (a dynamic import of its JSON). */
export type WordFiles = (language: Language, context: string) => Promise<TranslationObject>;
export const WORD_FILES = new InjectionToken<WordFiles>('WORD_FILES');

/**
 * The words of the page. Each context has its own file per language, which its routes ask for with
 * `resolve: { words: words('jobs') }`; so a page brings its own words and nobody else's.
 */
@Service()
export class Words {
  private readonly translate = inject(TranslateService);
  private readonly files = inject(WORD_FILES);
  private readonly cookies = inject(Cookies);
  private readonly document = inject(DOCUMENT);
  private readonly request = inject(REQUEST, { optional: true });
  private readonly contexts = new Set<string>();
  private readonly loaded = new Set<string>();

  readonly language = signal<Language>('en');
  /** The locale that numbers and dates follow. */
  readonly locale = signal<string>(numberLocales.en);

  /** The reader's time zone: the account's own once known, else the browser's. */
  readonly zone = signal<string>('UTC');

  async start(...contexts: string[]): Promise<void> {
    const remembered = this.cookies.read('gh_lang');
    for (const context of contexts) this.contexts.add(context);
    await firstValueFrom(this.translate.setFallbackLang('en'));
    await this.speak(isLanguage(remembered) ? remembered : this.wished());
  }

  /** The first language of the reader's browser that we speak. */
  private wished(): Language {
    const wishes = this.request
      ? (this.request.headers.get('accept-language') ?? '')
      : navigator.languages.join(',');
    return firstKnown(wishes, languages) ?? 'en';
  }

  async need(...contexts: string[]): Promise<true> {
    for (const context of contexts) this.contexts.add(context);
    await this.load(this.language());
    return true;
  }

  /** Switches language (and writing direction) and remembers it for the server's next page. */
  async choose(language: Language): Promise<void> {
    this.cookies.write('gh_lang', language);
    await this.speak(language);
  }

  private async speak(language: Language): Promise<void> {
    await this.load(language);
    await firstValueFrom(this.translate.use(language));
    this.language.set(language);
    this.locale.set(numberLocales[language]);
    this.document.documentElement.lang = language;
    this.document.documentElement.dir = rightToLeft.includes(language) ? 'rtl' : 'ltr';
  }

  /** English comes along with any other language, so that a missing word is a word and not a key. */
  private async load(language: Language): Promise<void> {
    const wanted = [...new Set<Language>(['en', language])].flatMap((each) =>
      [...this.contexts].map((context) => [each, context] as const),
    );
    const missing = wanted.filter(([each, context]) => !this.loaded.has(`${each}/${context}`));
    await Promise.all(
      missing.map(async ([each, context]) => {
        const found = await this.files(each, context);
        this.loaded.add(`${each}/${context}`);
        this.translate.setTranslation(each, found, true);
      }),
    );
  }
}

/** Route data: loads the words of these contexts before the page shows. */
export const words =
  (...contexts: string[]): ResolveFn<boolean> =>
  () =>
    inject(Words).need(...contexts);
