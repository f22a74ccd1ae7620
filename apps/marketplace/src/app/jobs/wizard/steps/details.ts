import { Component, computed, inject, input, output } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { Words } from '@ui/app/words';
import { TextArea } from '@ui/form/text-area';
import { nameOf } from '@ui/names';
import type { DraftForm } from '../draft';

const offered = ['en', 'ar', 'hi', 'ur', 'bn', 'fr', 'de', 'es'] as const;

/** Step 2: what should be there at the end, and in which languages the work is spoken about. */
@Component({
  selector: 'app-details',
  imports: [TextArea, TranslatePipe],
  template: `
    <div class="stack gap-6">
      <ui-text-area
        [label]="'jobs.fields.description' | translate"
        [hint]="'jobs.hints.description' | translate"
        [rows]="10"
        [limit]="8000"
        [value]="form().description"
        (valueChange)="changed.emit({ description: $event })"
      />
      <fieldset>
        <legend>
          {{ 'jobs.fields.languages' | translate }} <small>{{ 'ui.optional' | translate }}</small>
        </legend>
        @for (language of languages(); track language.code) {
          <label>
            <input
              type="checkbox"
              [checked]="form().languages.includes(language.code)"
              (change)="toggle(language.code)"
            />
            <span>{{ language.name }}</span>
          </label>
        }
      </fieldset>
    </div>
  `,
  styleUrl: './choices.scss',
})
export class Details {
  private readonly words = inject(Words);
  readonly form = input.required<DraftForm>();
  readonly changed = output<Partial<DraftForm>>();
  protected readonly languages = computed(() =>
    offered.map((code) => ({ code, name: nameOf('language', code, this.words.locale()) })),
  );

  protected toggle(code: string): void {
    const all = this.form().languages;
    const languages = all.includes(code) ? all.filter((each) => each !== code) : [...all, code];
    this.changed.emit({ languages: languages.slice(0, 5) });
  }
}
