import { inject, Pipe, type PipeTransform } from '@angular/core';
import { TranslateService } from '@ngx-translate/core';
import type { Problem } from './app/problem';

/** The sentence of a problem: `problems.<code>` where translated, else what the server said. */
@Pipe({ name: 'problem', pure: false })
export class ProblemWords implements PipeTransform {
  private readonly translate = inject(TranslateService);

  transform(problem: Problem): string {
    const key = `problems.${problem.code}`;
    const words: unknown = this.translate.instant(key);
    if (typeof words === 'string' && words !== key) return words;
    const said = problem.detail ?? problem.title;
    return said === '' || problem.status >= 500 || problem.status === 0
      ? String(this.translate.instant(problem.status === 0 ? 'ui.unreachable' : 'ui.failed'))
      : said;
  }
}
