import { inject, Service } from '@angular/core';
import type { Money } from '@money';
import { TranslateService } from '@ngx-translate/core';
import { moneyText } from '../money-format';
import { Words } from './words';

/**
 * Words for code that builds sentences: columns, timeline entries, toasts. Inside a `computed` it is
 * read again when the language changes.
 */
@Service()
export class Say {
  private readonly translate = inject(TranslateService);
  private readonly words = inject(Words);

  it(key: string, variables: Record<string, unknown> = {}): string {
    this.words.language();
    return String(this.translate.instant(key, variables));
  }
  /** `short` leaves out zero minor units, for buttons. */
  money(of: Money, form: 'full' | 'short' = 'short'): string {
    return moneyText(of, this.words.locale(), form === 'short');
  }
  /** "3 Nov": a day in the reader's zone. */
  day(at: string): string {
    return new Intl.DateTimeFormat(this.words.locale(), {
      day: 'numeric',
      month: 'short',
      timeZone: this.words.zone(),
    }).format(Date.parse(at));
  }
  /** "20 Nov 2026", of `2026-11-20`: a day that has no hour and no zone. */
  date(day: string): string {
    const form = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
    return new Intl.DateTimeFormat(this.words.locale(), form).format(Date.parse(day));
  }
  /** "12 days". */
  days(count: number): string {
    const form = { style: 'unit', unit: 'day', unitDisplay: 'long' } as const;
    return new Intl.NumberFormat(this.words.locale(), form).format(count);
  }
  /** "October 2026", of `2026-10`; as it is written when it is no month. */
  month(period: string): string {
    const at = Date.parse(`${period}-01T00:00:00Z`);
    const form = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
    return Number.isNaN(at)
      ? period
      : new Intl.DateTimeFormat(this.words.locale(), form).format(at);
  }
  /** A country by its name; the browser knows them, no list is shipped. */
  country(code: string): string {
    return new Intl.DisplayNames(this.words.locale(), { type: 'region' }).of(code) ?? code;
  }
  percent(basisPoints: number): string {
    const style = { style: 'percent', maximumFractionDigits: 2 } as const;
    return new Intl.NumberFormat(this.words.locale(), style).format(basisPoints / 10_000);
  }
}
