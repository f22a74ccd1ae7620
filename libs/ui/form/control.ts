import { booleanAttribute, computed, Directive, inject, input, output } from '@angular/core';
import type { ValidationError } from '@angular/forms/signals';
import { TranslateService } from '@ngx-translate/core';
import { Words } from '../app/words';
import { uid } from '../uid';

/** What every field has: a label, a hint, and one error in words once it was left. */
@Directive()
export abstract class FieldControl {
  private readonly translate = inject(TranslateService);
  private readonly words = inject(Words);
  readonly label = input.required<string>();
  readonly hint = input<string>();
  /** Says "optional" beside the label; fields are required unless they say so. */
  readonly optional = input(false, { transform: booleanAttribute });

  /* Set by `[formField]`, or by hand. */
  readonly disabled = input(false, { transform: booleanAttribute });
  readonly errors = input<readonly ValidationError[]>([]);
  readonly touched = input(false, { transform: booleanAttribute });
  readonly touch = output();

  readonly id = uid('field');
  protected readonly problem = computed(() => {
    this.words.language();
    const first = this.touched() ? this.errors()[0] : undefined;
    return first ? this.sentence(first) : null;
  });
  /** For `aria-describedby`: the hint and the error, whichever are shown. */
  protected readonly describedBy = computed(
    () =>
      [this.hint() ? `${this.id}-hint` : '', this.problem() ? `${this.id}-error` : '']
        .filter(Boolean)
        .join(' ') || null,
  );

  /** A code of ours is translated, a rule of the schema has a sentence, anything else is said as it came. */
  private sentence(error: ValidationError & { issue?: object }): string {
    const issue = {
      ...(error.issue as { code?: string; format?: string; minimum?: number; maximum?: number }),
    };
    const said = error.message ?? '';
    const keys = [
      /^[a-z_]+\.[a-z_.]+$/.test(said) ? `problems.${said}` : '',
      issue.code === 'too_small' && issue.minimum === 1 ? 'ui.errors.required' : '',
      `ui.errors.${issue.format ?? error.kind}`,
      `ui.errors.${issue.code ?? error.kind}`,
    ].filter(Boolean);
    for (const key of keys) {
      const words: unknown = this.translate.instant(key, issue);
      if (typeof words === 'string' && words !== key) return words;
    }
    return said || String(this.translate.instant('ui.errors.invalid'));
  }
}
