import { Component, computed, inject, input, output } from '@angular/core';
import { TranslatePipe } from '@ngx-translate/core';
import { categories } from '@wire/jobs';
import { Say } from '@ui/app/say';
import { SelectField } from '@ui/form/select-field';
import { TextField } from '@ui/form/text-field';
import type { DraftForm } from '../draft';

/** Step 1: what it is. */
@Component({
  selector: 'app-basics',
  imports: [SelectField, TextField, TranslatePipe],
  template: `
    <div class="stack gap-6">
      <ui-text-field
        [label]="'jobs.fields.title' | translate"
        [hint]="'jobs.hints.title' | translate"
        [maxlength]="120"
        [value]="form().title"
        (valueChange)="changed.emit({ title: $event })"
      />
      <ui-select-field
        [label]="'jobs.fields.category' | translate"
        [placeholder]="'jobs.hints.category' | translate"
        [choices]="choices()"
        [value]="form().category"
        (valueChange)="changed.emit({ category: $event })"
      />
    </div>
  `,
})
export class Basics {
  private readonly say = inject(Say);
  readonly form = input.required<DraftForm>();
  readonly changed = output<Partial<DraftForm>>();
  protected readonly choices = computed(() =>
    categories.map((value) => ({ value, label: this.say.it(`market.categories.${value}`) })),
  );
}
