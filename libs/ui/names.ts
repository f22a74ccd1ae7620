import { inject, Pipe, type PipeTransform } from '@angular/core';
import { Words } from './app/words';

/** `{{ 'EG' | countryName }}`: Egypt, in the language of the page. */
@Pipe({ name: 'countryName', pure: false })
export class CountryName implements PipeTransform {
  private readonly words = inject(Words);

  transform(code: string | null | undefined): string {
    return code ? nameOf('region', code, this.words.locale()) : '';
  }
}

/** `{{ 'ar' | languageName }}`: Arabic, in the language of the page. */
@Pipe({ name: 'languageName', pure: false })
export class LanguageName implements PipeTransform {
  private readonly words = inject(Words);

  transform(code: string | null | undefined): string {
    return code ? nameOf('language', code, this.words.locale()) : '';
  }
}

const cache = new Map<string, Intl.DisplayNames>();

export function nameOf(type: 'region' | 'language', code: string, locale: string): string {
  const key = `${type}/${locale}`;
  const names = cache.get(key) ?? new Intl.DisplayNames([locale], { type });
  cache.set(key, names);
  return names.of(code) ?? code;
}
