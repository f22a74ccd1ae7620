import { inject, Pipe, type PipeTransform } from '@angular/core';
import { TranslateService } from '@ngx-translate/core';
import type { Problem } from './app/problem';

/**
 * The sentence of a problem: `problems.<code>` where the page has one, `ui.problems.<code>` for what
 * can happen everywhere, else what the server said. `{{wait}}` is how long to wait, in words.
 */
@Pipe({ name: 'problem', pure: false })
export class ProblemWords implements PipeTransform {
  private readonly translate = inject(TranslateService);

  transform(problem: Problem): string {
    const facts = { ...problem.facts, wait: this.wait(problem.facts?.['retryAfterSeconds']) };
    for (const key of [`problems.${problem.code}`, `ui.problems.${problem.code}`]) {
      const words: unknown = this.translate.instant(key, facts);
      if (typeof words === 'string' && words !== key) return words;
    }
    const said = problem.detail ?? problem.title;
    return said === '' || problem.status >= 500 || problem.status === 0
      ? String(this.translate.instant(problem.status === 0 ? 'ui.unreachable' : 'ui.failed'))
      : said;
  }

  private wait(seconds: unknown): string {
    const whole = typeof seconds === 'number' ? seconds : 60;
    const [value, unit] = whole < 60 ? [whole, 'second'] : [Math.ceil(whole / 60), 'minute'];
    const style = { style: 'unit', unit, unitDisplay: 'long' } as const;
    return new Intl.NumberFormat(this.translate.getCurrentLang() ?? 'en', style).format(value);
  }
}
